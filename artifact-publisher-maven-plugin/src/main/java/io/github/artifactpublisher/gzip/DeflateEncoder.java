package io.github.artifactpublisher.gzip;

/**
 * A DEFLATE encoder (RFC 1951). It finds the matches of one piece of the input after the other, asks the splitter where
 * a block ends, and writes each block. It uses only integer arithmetic and no JDK code that differs between versions,
 * so the same input gives the same output everywhere. An encoder takes about 1 MiB and allocates nothing later. Not
 * thread-safe.
 */
final class DeflateEncoder {
    /** Bytes that the input array needs after its end: they may be read, but have no effect on the output. */
    static final int PADDING = 8;

    private final Sequences sequences = new Sequences();
    private final LazyMatcher matcher = new LazyMatcher(sequences);
    private final Histogram piece = new Histogram();
    private final BlockSplitter splitter = new BlockSplitter();
    private final BitWriter out = new BitWriter();
    private final BlockWriter writer = new BlockWriter(sequences, out);

    /** Where the current piece begins, and where the pending literals began at that time. */
    private int pieceFrom;

    private int literalsFrom;

    /** The number of sequences before the current piece. */
    private int sequencesBefore;

    /** Maximum output for an input of this size: all stored, at most one block header for each piece, and the end. */
    static int bound(int size) {
        int pieces = size / LazyMatcher.PIECE_SYMBOLS + 1;
        return size + 6 * (pieces + size / 0xffff + 1) + 8 + BitWriter.SLACK;
    }

    /**
     * Encodes {@code data[from..to)} with {@code data[0..from)} as preset dictionary, and ends at a byte boundary.
     *
     * @param last whether the stream ends here
     * @param compressed receives the output; has at least {@link #bound} bytes
     * @return the number of output bytes
     */
    int encode(byte[] data, int from, int to, boolean last, Level level, byte[] compressed) {
        out.start(compressed);
        matcher.start(data, from, to, level);
        if (from < to) {
            encodeBlocks(data, from, to, last);
        } else if (last) {
            writer.writeEmpty();
        }
        if (last) {
            out.alignToByte();
        } else {
            writer.writeSyncFlush();
        }
        return out.size();
    }

    private void encodeBlocks(byte[] data, int from, int to, boolean last) {
        parse();
        for (int blockFrom = from; blockFrom < to; blockFrom = pieceFrom) {
            parseBlock();
            writer.write(data, blockFrom, pieceFrom, sequencesBefore, splitter.block(), last && pieceFrom == to);
            sequences.drop(sequencesBefore, pieceFrom - literalsFrom);
            matcher.literalsWritten(pieceFrom);
        }
    }

    /**
     * Collects the current piece and those that join it into a block. Afterwards the next piece, if any, is current.
     *
     * <p>This loop does not write the block, because the JIT compiler inlines all methods that a hot loop calls. With
     * the computation of Huffman codes inlined, the compiler took 2 s and 80 MiB (JDK 17, incompressible input).
     */
    private void parseBlock() {
        splitter.begin(piece);
        boolean joined = true;
        while (joined) {
            pieceFrom = matcher.position();
            literalsFrom = matcher.literalsFrom();
            sequencesBefore = sequences.size;
            joined = !matcher.atEnd() && parseNext();
        }
    }

    /** Parses the next piece and returns whether it joined the block. */
    private boolean parseNext() {
        boolean full = sequences.nearlyFull();
        parse();
        return !full && splitter.join(piece);
    }

    private void parse() {
        piece.clear();
        matcher.parsePiece(piece);
    }
}
