package io.github.artifactpublisher.gzip;

/** Lookup tables from match lengths and distances to symbols and extra bits (RFC 1951, section 3.2.5). */
final class Symbols {
    static final int MIN_MATCH = 3;
    static final int MAX_MATCH = 258;

    /** Literals, end of block and lengths. Symbols 286 and 287 are left out: they have a fixed code but never occur. */
    static final int LITERAL_LENGTH_CODES = 286;

    static final int DISTANCE_CODES = 30;
    static final int END_OF_BLOCK = 256;
    static final int FIRST_LENGTH_CODE = 257;

    private static final int LENGTH_CODES = LITERAL_LENGTH_CODES - FIRST_LENGTH_CODE;

    /** Distances up to this one have one table entry each; longer distances share an entry with 127 others. */
    private static final int NEAR = 256;

    private static final int FAR_SHIFT = 7;

    private static final byte[] LENGTH_SYMBOL = new byte[MAX_MATCH + 1];
    private static final short[] LENGTH_BASE = new short[LENGTH_CODES];
    private static final byte[] LENGTH_EXTRA_BITS = new byte[LENGTH_CODES];
    private static final byte[] DISTANCE_SYMBOL = new byte[NEAR + (Window.SIZE >> FAR_SHIFT)];
    private static final int[] DISTANCE_BASE = new int[DISTANCE_CODES];
    private static final byte[] DISTANCE_EXTRA_BITS = new byte[DISTANCE_CODES];

    static {
        fillLengths();
        fillDistances();
    }

    private Symbols() {}

    private static void fillLengths() {
        int length = MIN_MATCH;
        for (int symbol = 0; symbol < LENGTH_CODES - 1; symbol++) {
            int extraBits = Math.max(0, (symbol >> 2) - 1);
            LENGTH_BASE[symbol] = (short) length;
            LENGTH_EXTRA_BITS[symbol] = (byte) extraBits;
            for (int end = length + (1 << extraBits); length < end && length < MAX_MATCH; length++) {
                LENGTH_SYMBOL[length] = (byte) symbol;
            }
        }
        // Length 258 has its own symbol, although the range of the symbol before would include it.
        LENGTH_BASE[LENGTH_CODES - 1] = MAX_MATCH;
        LENGTH_SYMBOL[MAX_MATCH] = LENGTH_CODES - 1;
    }

    private static void fillDistances() {
        int distance = 1;
        for (int symbol = 0; symbol < DISTANCE_CODES; symbol++) {
            int extraBits = Math.max(0, (symbol >> 1) - 1);
            DISTANCE_BASE[symbol] = distance;
            DISTANCE_EXTRA_BITS[symbol] = (byte) extraBits;
            for (int end = distance + (1 << extraBits); distance < end; distance++) {
                DISTANCE_SYMBOL[distanceSlot(distance)] = (byte) symbol;
            }
        }
    }

    private static int distanceSlot(int distance) {
        return distance <= NEAR ? distance - 1 : NEAR + ((distance - 1) >> FAR_SHIFT);
    }

    /** Returns the symbol of a match length, counted from {@link #FIRST_LENGTH_CODE}. */
    static int lengthSymbol(int length) {
        return LENGTH_SYMBOL[length];
    }

    static int lengthBase(int symbol) {
        return LENGTH_BASE[symbol];
    }

    static int lengthExtraBits(int symbol) {
        return LENGTH_EXTRA_BITS[symbol];
    }

    static int distanceSymbol(int distance) {
        return DISTANCE_SYMBOL[distanceSlot(distance)];
    }

    static int distanceBase(int symbol) {
        return DISTANCE_BASE[symbol];
    }

    static int distanceExtraBits(int symbol) {
        return DISTANCE_EXTRA_BITS[symbol];
    }
}
