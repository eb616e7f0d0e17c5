package io.github.artifactpublisher.gzip;

import java.util.Arrays;

/** The codes that need not be given (RFC 1951, section 3.2.6). Not thread-safe. */
final class FixedCodes {
    private final HuffmanCode literalLengths;
    private final HuffmanCode distances;

    FixedCodes() {
        int[] lengths = new int[Symbols.LITERAL_LENGTHS + 2];
        Arrays.fill(lengths, 0, 144, 8);
        Arrays.fill(lengths, 144, 256, 9);
        Arrays.fill(lengths, 256, 280, 7);
        Arrays.fill(lengths, 280, 288, 8);
        literalLengths = new HuffmanCode(lengths.length, 9);
        literalLengths.set(lengths);
        // Two more that never occur: the codes are all of five bits.
        int[] ofDistances = new int[Symbols.DISTANCES + 2];
        Arrays.fill(ofDistances, 5);
        distances = new HuffmanCode(ofDistances.length, 5);
        distances.set(ofDistances);
    }

    HuffmanCode literalLengths() {
        return literalLengths;
    }

    HuffmanCode distances() {
        return distances;
    }

    long bits(Histogram histogram) {
        return literalLengths.bits(histogram.literalLengths) + distances.bits(histogram.distances);
    }
}
