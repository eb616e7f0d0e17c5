package io.github.artifactpublisher.gzip;

import java.util.Arrays;

/** Counts how often each symbol occurs. The hot loops write to the arrays directly. Not thread-safe. */
final class Histogram {
    final int[] literalLengths = new int[Symbols.LITERAL_LENGTH_CODES];
    final int[] distances = new int[Symbols.DISTANCE_CODES];

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

    /** Estimates the number of bits of the symbols with optimal codes, without extra bits. */
    long bits() {
        return Entropy.bits(literalLengths) + Entropy.bits(distances);
    }
}
