package io.github.artifactpublisher.gzip;

/**
 * How lengths and distances of matches become symbols and extra bits (RFC 1951, section 3.2.5), as tables that the hot
 * loops look up.
 */
final class Symbols {
    static final int SHORTEST_MATCH = 3;
    static final int LONGEST_MATCH = 258;

    /** Literals, the end of a block, and the lengths; two more that have a fixed code but never occur are left out. */
    static final int LITERAL_LENGTHS = 286;

    static final int DISTANCES = 30;
    static final int END_OF_BLOCK = 256;
    static final int FIRST_LENGTH = 257;

    private static final int LENGTHS = LITERAL_LENGTHS - FIRST_LENGTH;

    /** Distances up to here have a table entry each, longer ones one for 128 of them. */
    private static final int NEAR = 256;

    private static final int FAR_SHIFT = 7;

    private static final byte[] LENGTH_SYMBOL = new byte[LONGEST_MATCH + 1];
    private static final short[] LENGTH_BASE = new short[LENGTHS];
    private static final byte[] LENGTH_EXTRA_BITS = new byte[LENGTHS];
    private static final byte[] DISTANCE_SYMBOL = new byte[NEAR + (Block.WINDOW >> FAR_SHIFT)];
    private static final int[] DISTANCE_BASE = new int[DISTANCES];
    private static final byte[] DISTANCE_EXTRA_BITS = new byte[DISTANCES];

    static {
        fillLengths();
        fillDistances();
    }

    private Symbols() {}

    private static void fillLengths() {
        int length = SHORTEST_MATCH;
        for (int symbol = 0; symbol < LENGTHS - 1; symbol++) {
            int extraBits = Math.max(0, (symbol >> 2) - 1);
            LENGTH_BASE[symbol] = (short) length;
            LENGTH_EXTRA_BITS[symbol] = (byte) extraBits;
            for (int end = length + (1 << extraBits); length < end && length < LONGEST_MATCH; length++) {
                LENGTH_SYMBOL[length] = (byte) symbol;
            }
        }
        // The longest match has a symbol of its own, although the last range would include it.
        LENGTH_BASE[LENGTHS - 1] = LONGEST_MATCH;
        LENGTH_SYMBOL[LONGEST_MATCH] = LENGTHS - 1;
    }

    private static void fillDistances() {
        int distance = 1;
        for (int symbol = 0; symbol < DISTANCES; symbol++) {
            int extraBits = Math.max(0, (symbol >> 1) - 1);
            DISTANCE_BASE[symbol] = distance;
            DISTANCE_EXTRA_BITS[symbol] = (byte) extraBits;
            for (int end = distance + (1 << extraBits); distance < end; distance++) {
                DISTANCE_SYMBOL[slot(distance)] = (byte) symbol;
            }
        }
    }

    private static int slot(int distance) {
        return distance <= NEAR ? distance - 1 : NEAR + ((distance - 1) >> FAR_SHIFT);
    }

    /** The symbol of a length, counted from {@link #FIRST_LENGTH}. */
    static int ofLength(int length) {
        return LENGTH_SYMBOL[length];
    }

    static int lengthBase(int symbol) {
        return LENGTH_BASE[symbol];
    }

    static int lengthExtraBits(int symbol) {
        return LENGTH_EXTRA_BITS[symbol];
    }

    static int ofDistance(int distance) {
        return DISTANCE_SYMBOL[slot(distance)];
    }

    static int distanceBase(int symbol) {
        return DISTANCE_BASE[symbol];
    }

    static int distanceExtraBits(int symbol) {
        return DISTANCE_EXTRA_BITS[symbol];
    }
}
