package io.github.artifactpublisher.gzip;

import java.util.Arrays;

/** The fixed Huffman codes (RFC 1951, section 3.2.6). Not thread-safe. */
final class FixedCodes {
    private final HuffmanCode literalLengths;
    private final HuffmanCode distances;

    FixedCodes() {
        int[] lengths = new int[Symbols.LITERAL_LENGTH_CODES + 2];
        Arrays.fill(lengths, 0, 144, 8);
        Arrays.fill(lengths, 144, 256, 9);
        Arrays.fill(lengths, 256, 280, 7);
        Arrays.fill(lengths, 280, 288, 8);
        literalLengths = new HuffmanCode(lengths.length, 9);
        literalLengths.setLengths(lengths);
        // 32 codes of five bits each; two of them never occur.
        int[] distanceLengths = new int[Symbols.DISTANCE_CODES + 2];
        Arrays.fill(distanceLengths, 5);
        distances = new HuffmanCode(distanceLengths.length, 5);
        distances.setLengths(distanceLengths);
    }

    HuffmanCode literalLengths() {
        return literalLengths;
    }

    HuffmanCode distances() {
        return distances;
    }

    /** Returns the number of bits that the fixed codes need, without extra bits. */
    long bits(Histogram histogram) {
        return literalLengths.bits(histogram.literalLengths) + distances.bits(histogram.distances);
    }
}
