package io.github.artifactpublisher.gzip;

import java.util.Arrays;

/**
 * A code of limited length for symbols of known frequency (RFC 1951, section 3.2.2). Used again for each block. Not
 * thread-safe.
 */
final class HuffmanCode {
    private final int[] lengths;
    private final int[] codes;
    private final int longest;
    private final HuffmanLengths tree;
    private final int[] lengthCounts = new int[16];

    /**
     * Makes room for a code.
     *
     * @param symbols how many there are
     * @param longest how many bits a code may have
     */
    HuffmanCode(int symbols, int longest) {
        this.lengths = new int[symbols];
        this.codes = new int[symbols];
        this.longest = longest;
        this.tree = new HuffmanLengths(symbols);
    }

    /** Gives frequent symbols short codes; a symbol that does not occur gets none. */
    void fit(int[] counts) {
        tree.assign(counts, longest, lengths);
        assignCodes();
    }

    /** Takes over lengths that are known. */
    void set(int[] known) {
        System.arraycopy(known, 0, lengths, 0, lengths.length);
        assignCodes();
    }

    /** Codes of one length are consecutive, in the order of their symbols, after those that are shorter. */
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

    /** The number of bits of a symbol's code; 0 if it has none. */
    int length(int symbol) {
        return lengths[symbol];
    }

    /** The code, its first bit the lowest. */
    int code(int symbol) {
        return codes[symbol];
    }

    /** How many symbols there are up to the last that has a code, or {@code least} if those are more. */
    int used(int least) {
        int used = lengths.length;
        while (used > least && lengths[used - 1] == 0) {
            used--;
        }
        return used;
    }

    /** Bits for all symbols together. */
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
