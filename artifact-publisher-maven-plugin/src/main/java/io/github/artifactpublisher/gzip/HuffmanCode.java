package io.github.artifactpublisher.gzip;

import java.util.Arrays;

/**
 * A canonical Huffman code with a maximum code length (RFC 1951, section 3.2.2). Reused for each block. Not
 * thread-safe.
 */
final class HuffmanCode {
    private final int[] lengths;
    private final int[] codes;
    private final int maxLength;
    private final HuffmanTree tree;
    private final int[] lengthCounts = new int[16];

    /**
     * Creates a code that has no lengths yet.
     *
     * @param symbols the size of the alphabet
     * @param maxLength the maximum code length in bits
     */
    HuffmanCode(int symbols, int maxLength) {
        this.lengths = new int[symbols];
        this.codes = new int[symbols];
        this.maxLength = maxLength;
        this.tree = new HuffmanTree(symbols);
    }

    /** Builds the code for symbols that occur so often; a symbol with count 0 gets no code. */
    void build(int[] counts) {
        tree.assignLengths(counts, maxLength, lengths);
        assignCodes();
    }

    /** Builds the code from given code lengths. */
    void setLengths(int[] newLengths) {
        System.arraycopy(newLengths, 0, lengths, 0, lengths.length);
        assignCodes();
    }

    /** Codes of the same length are consecutive, in the order of their symbols, and follow all shorter codes. */
    private void assignCodes() {
        Arrays.fill(lengthCounts, 0);
        for (int length : lengths) {
            lengthCounts[length]++;
        }
        int[] next = nextCodes();
        for (int symbol = 0; symbol < codes.length; symbol++) {
            int length = lengths[symbol];
            codes[symbol] = length == 0 ? 0 : Integer.reverse(next[length]++) >>> (32 - length);
        }
    }

    private int[] nextCodes() {
        int[] next = new int[lengthCounts.length];
        int code = 0;
        for (int length = 1; length < next.length; length++) {
            next[length] = code;
            code = (code + lengthCounts[length]) << 1;
        }
        return next;
    }

    /** Returns the code length of a symbol in bits; 0 if it has no code. */
    int length(int symbol) {
        return lengths[symbol];
    }

    /** Returns the code of a symbol; its first bit is the least significant one. */
    int code(int symbol) {
        return codes[symbol];
    }

    /** Returns the number of symbols up to the last one that has a code, but at least {@code min}. */
    int usedSymbols(int min) {
        int used = lengths.length;
        while (used > min && lengths[used - 1] == 0) {
            used--;
        }
        return used;
    }

    /** Returns the total number of bits for symbols that occur so often. */
    long bits(int[] counts) {
        long bits = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            bits += (long) counts[symbol] * lengths[symbol];
        }
        return bits;
    }

    void write(BitWriter out, int symbol) {
        out.put(codes[symbol], lengths[symbol]);
    }
}
