package io.github.artifactpublisher.gzip;

import java.util.Arrays;

/**
 * The two codes of a dynamic block as they stand in front of it: their lengths, in runs, with a Huffman code of their
 * own (RFC 1951, section 3.2.7). Used again for each block. Not thread-safe.
 */
final class CodeLengths {
    /** The order in which the lengths of that code are given: the rarely used ones last, to be left out. */
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final int SYMBOLS = 19;
    private static final int LONGEST_CODE = 7;
    private static final int REPEAT = 16;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int LEAST_DISTANCES = 1;
    private static final int LEAST_ORDER = 4;

    private final int[] lengths = new int[Symbols.LITERAL_LENGTHS + Symbols.DISTANCES];

    /** Symbols in the lower byte, their extra bits above. */
    private final int[] runs = new int[lengths.length];

    private final int[] counts = new int[SYMBOLS];
    private final HuffmanCode code = new HuffmanCode(SYMBOLS, LONGEST_CODE);
    private int literalLengths;
    private int distances;
    private int orders;
    private int size;

    /** Takes in the codes of a block. */
    void fit(HuffmanCode ofLiteralLengths, HuffmanCode ofDistances) {
        literalLengths = ofLiteralLengths.used(Symbols.FIRST_LENGTH);
        distances = ofDistances.used(LEAST_DISTANCES);
        copy(ofLiteralLengths, literalLengths, 0);
        copy(ofDistances, distances, literalLengths);
        Arrays.fill(counts, 0);
        size = 0;
        findRuns(literalLengths + distances);
        code.fit(counts);
        orders = SYMBOLS;
        while (orders > LEAST_ORDER && code.length(ORDER[orders - 1]) == 0) {
            orders--;
        }
    }

    private void copy(HuffmanCode from, int count, int at) {
        for (int symbol = 0; symbol < count; symbol++) {
            lengths[at + symbol] = from.length(symbol);
        }
    }

    private void findRuns(int total) {
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
            left = addRepeats(MANY_ZEROS, left, 11, 138);
            left = addRepeats(ZEROS, left, 3, 10);
        } else {
            add(length, 0);
            left = addRepeats(REPEAT, left - 1, 3, 6);
        }
        for (; left > 0; left--) {
            add(length, 0);
        }
    }

    private int addRepeats(int symbol, int count, int least, int most) {
        int left = count;
        while (left >= least) {
            int repeats = Math.min(left, most);
            add(symbol, repeats - least);
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
            case REPEAT -> 2;
            case ZEROS -> 3;
            case MANY_ZEROS -> 7;
            default -> 0;
        };
    }

    /** The number of bits that {@link #write} takes. */
    long bits() {
        long extra = 0;
        for (int symbol = REPEAT; symbol <= MANY_ZEROS; symbol++) {
            extra += (long) counts[symbol] * extraBits(symbol);
        }
        return 5 + 5 + 4 + 3L * orders + code.bits(counts) + extra;
    }

    void write(BitWriter out) {
        out.put(literalLengths - Symbols.FIRST_LENGTH, 5);
        out.put(distances - LEAST_DISTANCES, 5);
        out.put(orders - LEAST_ORDER, 4);
        for (int i = 0; i < orders; i++) {
            out.put(code.length(ORDER[i]), 3);
        }
        for (int i = 0; i < size; i++) {
            int symbol = runs[i] & 0xff;
            code.write(out, symbol);
            out.put(runs[i] >>> 8, extraBits(symbol));
        }
    }
}
