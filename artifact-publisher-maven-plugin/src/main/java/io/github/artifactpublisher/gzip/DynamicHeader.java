package io.github.artifactpublisher.gzip;

import java.util.Arrays;

/**
 * The header of a dynamic block (RFC 1951, section 3.2.7): the code lengths of its two Huffman codes, run-length
 * encoded and written with a third Huffman code, the "code length code". Reused for each block. Not thread-safe.
 */
final class DynamicHeader {
    /**
     * Order in which the lengths of the code length code are written: rare symbols last, so that they can be omitted.
     */
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final int SYMBOLS = 19;
    private static final int MAX_CODE_LENGTH = 7;
    private static final int REPEAT_PREVIOUS = 16;
    private static final int REPEAT_ZERO = 17;
    private static final int REPEAT_ZERO_LONG = 18;
    private static final int MIN_DISTANCE_CODES = 1;
    private static final int MIN_CODE_LENGTH_CODES = 4;

    private final int[] lengths = new int[Symbols.LITERAL_LENGTH_CODES + Symbols.DISTANCE_CODES];

    /** Run-length encoded code lengths: the symbol in the lower byte, the value of its extra bits above. */
    private final int[] runs = new int[lengths.length];

    private final int[] counts = new int[SYMBOLS];
    private final HuffmanCode codeLengthCode = new HuffmanCode(SYMBOLS, MAX_CODE_LENGTH);
    private int literalLengthCodes;
    private int distanceCodes;
    private int codeLengthCodes;
    private int size;

    /** Encodes the code lengths of a block's two Huffman codes. */
    void build(HuffmanCode literalLengthCode, HuffmanCode distanceCode) {
        literalLengthCodes = literalLengthCode.usedSymbols(Symbols.FIRST_LENGTH_CODE);
        distanceCodes = distanceCode.usedSymbols(MIN_DISTANCE_CODES);
        copy(literalLengthCode, literalLengthCodes, 0);
        copy(distanceCode, distanceCodes, literalLengthCodes);
        Arrays.fill(counts, 0);
        size = 0;
        encodeRuns(literalLengthCodes + distanceCodes);
        codeLengthCode.build(counts);
        codeLengthCodes = SYMBOLS;
        while (codeLengthCodes > MIN_CODE_LENGTH_CODES && codeLengthCode.length(ORDER[codeLengthCodes - 1]) == 0) {
            codeLengthCodes--;
        }
    }

    private void copy(HuffmanCode from, int count, int at) {
        for (int symbol = 0; symbol < count; symbol++) {
            lengths[at + symbol] = from.length(symbol);
        }
    }

    private void encodeRuns(int total) {
        int from = 0;
        while (from < total) {
            int to = from + 1;
            while (to < total && lengths[to] == lengths[from]) {
                to++;
            }
            addRun(lengths[from], to - from);
            from = to;
        }
    }

    private void addRun(int length, int count) {
        int left = count;
        if (length == 0) {
            left = addRepeats(REPEAT_ZERO_LONG, left, 11, 138);
            left = addRepeats(REPEAT_ZERO, left, 3, 10);
        } else {
            add(length, 0);
            left = addRepeats(REPEAT_PREVIOUS, left - 1, 3, 6);
        }
        for (; left > 0; left--) {
            add(length, 0);
        }
    }

    private int addRepeats(int symbol, int count, int min, int max) {
        int left = count;
        while (left >= min) {
            int repeats = Math.min(left, max);
            add(symbol, repeats - min);
            left -= repeats;
        }
        return left;
    }

    private void add(int symbol, int extra) {
        runs[size++] = symbol | extra << 8;
        counts[symbol]++;
    }

    private static int extraBits(int symbol) {
        return switch (symbol) {
            case REPEAT_PREVIOUS -> 2;
            case REPEAT_ZERO -> 3;
            case REPEAT_ZERO_LONG -> 7;
            default -> 0;
        };
    }

    /** Returns the number of bits that {@link #write} writes. */
    long bits() {
        long extra = 0;
        for (int symbol = REPEAT_PREVIOUS; symbol <= REPEAT_ZERO_LONG; symbol++) {
            extra += (long) counts[symbol] * extraBits(symbol);
        }
        return 5 + 5 + 4 + 3L * codeLengthCodes + codeLengthCode.bits(counts) + extra;
    }

    /** Writes the header. */
    void write(BitWriter out) {
        out.put(literalLengthCodes - Symbols.FIRST_LENGTH_CODE, 5);
        out.put(distanceCodes - MIN_DISTANCE_CODES, 5);
        out.put(codeLengthCodes - MIN_CODE_LENGTH_CODES, 4);
        for (int i = 0; i < codeLengthCodes; i++) {
            out.put(codeLengthCode.length(ORDER[i]), 3);
        }
        for (int i = 0; i < size; i++) {
            int symbol = runs[i] & 0xff;
            codeLengthCode.write(out, symbol);
            out.put(runs[i] >>> 8, extraBits(symbol));
        }
    }
}
