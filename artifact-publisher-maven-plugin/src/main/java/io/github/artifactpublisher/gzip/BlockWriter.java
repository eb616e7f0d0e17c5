package io.github.artifactpublisher.gzip;

/**
 * Writes the blocks of the DEFLATE format (RFC 1951, section 3.2.3), each in the form that is smallest for it: stored,
 * with the fixed codes, or with codes of its own. Not thread-safe.
 */
final class BlockWriter {
    /** The most bytes in a stored block. */
    private static final int LONGEST_STORED = 0xffff;

    private static final int LONGEST_CODE = 15;
    private static final int HEADER_BITS = 3;
    private static final int STORED = 0;
    private static final int FIXED = 1;
    private static final int DYNAMIC = 2;

    private final Sequences sequences;
    private final BitWriter out;
    private final HuffmanCode literalLengths = new HuffmanCode(Symbols.LITERAL_LENGTHS, LONGEST_CODE);
    private final HuffmanCode distances = new HuffmanCode(Symbols.DISTANCES, LONGEST_CODE);
    private final CodeLengths codeLengths = new CodeLengths();
    private final FixedCodes fixed = new FixedCodes();
    private final SequenceWriter sequenceWriter;

    BlockWriter(Sequences sequences, BitWriter out) {
        this.sequences = sequences;
        this.out = out;
        this.sequenceWriter = new SequenceWriter(out);
    }

    /**
     * Writes a block of the first sequences and of the literals after them, up to {@code to}.
     *
     * @param histogram how often each symbol occurs in it; gets the end of the block
     */
    void write(byte[] data, int from, int to, int count, Histogram histogram, boolean last) {
        histogram.literalLengths[Symbols.END_OF_BLOCK] = 1;
        literalLengths.fit(histogram.literalLengths);
        distances.fit(histogram.distances);
        codeLengths.fit(literalLengths, distances);
        long ownBits = codeLengths.bits()
                + literalLengths.bits(histogram.literalLengths)
                + distances.bits(histogram.distances);
        long fixedBits = fixed.bits(histogram);
        long extraBits = extraBits(histogram);
        if (storedBits(to - from) <= Math.min(ownBits, fixedBits) + extraBits) {
            writeStored(data, from, to, last);
            return;
        }
        out.put(last ? 1 : 0, 1);
        if (fixedBits <= ownBits) {
            out.put(FIXED, 2);
            sequenceWriter.use(fixed.literalLengths(), fixed.distances());
        } else {
            out.put(DYNAMIC, 2);
            codeLengths.write(out);
            sequenceWriter.use(literalLengths, distances);
        }
        sequenceWriter.write(data, from, to, sequences, count);
    }

    /** A last block with nothing in it. */
    void writeEmpty() {
        out.put(1, 1);
        out.put(FIXED, 2);
        fixed.literalLengths().write(out, Symbols.END_OF_BLOCK);
    }

    /** An empty stored block, which ends on a whole byte (zlib calls it a sync flush). */
    void writeSync() {
        writeStoredHeader(0, false);
    }

    private static long extraBits(Histogram histogram) {
        long bits = 0;
        for (int symbol = 0; symbol < Symbols.LITERAL_LENGTHS - Symbols.FIRST_LENGTH; symbol++) {
            bits += (long) histogram.literalLengths[Symbols.FIRST_LENGTH + symbol] * Symbols.lengthExtraBits(symbol);
        }
        for (int symbol = 0; symbol < Symbols.DISTANCES; symbol++) {
            bits += (long) histogram.distances[symbol] * Symbols.distanceExtraBits(symbol);
        }
        return bits;
    }

    private static long storedBits(int bytes) {
        int blocks = (bytes + LONGEST_STORED - 1) / LONGEST_STORED;
        return 8L * bytes + blocks * (HEADER_BITS + 7 + 32L);
    }

    private void writeStored(byte[] data, int from, int to, boolean last) {
        for (int at = from; at < to; at += LONGEST_STORED) {
            int length = Math.min(LONGEST_STORED, to - at);
            writeStoredHeader(length, last && at + length == to);
            out.putBytes(data, at, length);
        }
    }

    private void writeStoredHeader(int length, boolean last) {
        out.put(last ? 1 : 0, 1);
        out.put(STORED, 2);
        out.align();
        out.put(length | ~length << 16, 32);
    }
}
