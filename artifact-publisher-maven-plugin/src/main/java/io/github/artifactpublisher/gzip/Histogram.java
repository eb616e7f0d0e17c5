package io.github.artifactpublisher.gzip;

import java.util.Arrays;

/** How often each symbol occurs. The hot loops count in the arrays themselves. Not thread-safe. */
final class Histogram {
    final int[] literalLengths = new int[Symbols.LITERAL_LENGTHS];
    final int[] distances = new int[Symbols.DISTANCES];

    void clear() {
        Arrays.fill(literalLengths, 0);
        Arrays.fill(distances, 0);
    }

    void add(Histogram other) {
        add(literalLengths, other.literalLengths);
        add(distances, other.distances);
    }

    void set(Histogram other) {
        System.arraycopy(other.literalLengths, 0, literalLengths, 0, literalLengths.length);
        System.arraycopy(other.distances, 0, distances, 0, distances.length);
    }

    private static void add(int[] sums, int[] counts) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += counts[i];
        }
    }

    /** What the symbols would cost, in bits, with a code made for them. */
    long bits() {
        return Entropy.bits(literalLengths) + Entropy.bits(distances);
    }
}
