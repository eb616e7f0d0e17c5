package io.github.artifactpublisher.gzip;

/**
 * Writes DEFLATE blocks (RFC 1951, section 3.2.3). For each block it chooses the smallest type: stored, fixed Huffman
 * codes or dynamic Huffman codes. Not thread-safe.
 */
final class BlockWriter {
    /** Maximum number of bytes in a stored block. */
    private static final int MAX_STORED = 0xffff;

    private static final int MAX_CODE_LENGTH = 15;
    private static final int BLOCK_HEADER_BITS = 3;
    private static final int STORED = 0;
    private static final int FIXED = 1;
    private static final int DYNAMIC = 2;

    private final Sequences sequences;
    private final BitWriter out;
    private final HuffmanCode literalLengths = new HuffmanCode(Symbols.LITERAL_LENGTH_CODES, MAX_CODE_LENGTH);
    private final HuffmanCode distances = new HuffmanCode(Symbols.DISTANCE_CODES, MAX_CODE_LENGTH);
    private final DynamicHeader dynamicHeader = new DynamicHeader();
    private final FixedCodes fixed = new FixedCodes();
    private final SequenceWriter sequenceWriter;

    BlockWriter(Sequences sequences, BitWriter out) {
        this.sequences = sequences;
        this.out = out;
        this.sequenceWriter = new SequenceWriter(out);
    }

    /**
     * Writes a block: the first {@code count} sequences and the literals after them, up to {@code to}.
     *
     * @param histogram the symbols of the block; the end-of-block symbol is added to it
     */
    void write(byte[] data, int from, int to, int count, Histogram histogram, boolean last) {
        histogram.literalLengths[Symbols.END_OF_BLOCK] = 1;
        literalLengths.build(histogram.literalLengths);
        distances.build(histogram.distances);
        dynamicHeader.build(literalLengths, distances);
        long dynamicBits = dynamicHeader.bits()
                + literalLengths.bits(histogram.literalLengths)
                + distances.bits(histogram.distances);
        long fixedBits = fixed.bits(histogram);
        long extraBits = extraBits(histogram);
        if (storedBits(to - from) <= Math.min(dynamicBits, fixedBits) + extraBits) {
            writeStored(data, from, to, last);
            return;
        }
        out.put(last ? 1 : 0, 1);
        if (fixedBits <= dynamicBits) {
            out.put(FIXED, 2);
            sequenceWriter.use(fixed.literalLengths(), fixed.distances());
        } else {
            out.put(DYNAMIC, 2);
            dynamicHeader.write(out);
            sequenceWriter.use(literalLengths, distances);
        }
        sequenceWriter.write(data, from, to, sequences, count);
    }

    /** Writes an empty last block. */
    void writeEmpty() {
        out.put(1, 1);
        out.put(FIXED, 2);
        fixed.literalLengths().write(out, Symbols.END_OF_BLOCK);
    }

    /** Writes an empty stored block, which ends at a byte boundary (a "sync flush" in zlib). */
    void writeSyncFlush() {
        writeStoredHeader(0, false);
    }

    private static long extraBits(Histogram histogram) {
        long bits = 0;
        for (int symbol = 0; symbol < Symbols.LITERAL_LENGTH_CODES - Symbols.FIRST_LENGTH_CODE; symbol++) {
            bits += (long) histogram.literalLengths[Symbols.FIRST_LENGTH_CODE + symbol]
                    * Symbols.lengthExtraBits(symbol);
        }
        for (int symbol = 0; symbol < Symbols.DISTANCE_CODES; symbol++) {
            bits += (long) histogram.distances[symbol] * Symbols.distanceExtraBits(symbol);
        }
        return bits;
    }

    private static long storedBits(int bytes) {
        int blocks = (bytes + MAX_STORED - 1) / MAX_STORED;
        return 8L * bytes + blocks * (BLOCK_HEADER_BITS + 7 + 32L);
    }

    private void writeStored(byte[] data, int from, int to, boolean last) {
        for (int at = from; at < to; at += MAX_STORED) {
            int length = Math.min(MAX_STORED, to - at);
            writeStoredHeader(length, last && at + length == to);
            out.putBytes(data, at, length);
        }
    }

    private void writeStoredHeader(int length, boolean last) {
        out.put(last ? 1 : 0, 1);
        out.put(STORED, 2);
        out.alignToByte();
        out.put(length | ~length << 16, 32);
    }
}
