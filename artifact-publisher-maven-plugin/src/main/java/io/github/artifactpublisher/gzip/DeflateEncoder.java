package io.github.artifactpublisher.gzip;

/**
 * A DEFLATE encoder (RFC 1951). It parses the input piece by piece, lets the splitter say where a block ends, and
 * writes each block when it is known. All in integers and without anything of the JDK that differs between its
 * versions, so that the same input gives the same output everywhere. Allocates nothing but itself, some 1 MiB. Not
 * thread-safe.
 */
final class DeflateEncoder {
    /** Bytes behind the input that may be looked at, and are not part of what is found. */
    static final int PADDING = 8;

    private final Sequences sequences = new Sequences();
    private final Parser parser = new Parser(sequences);
    private final Histogram piece = new Histogram();
    private final BlockSplitter splitter = new BlockSplitter();
    private final BitWriter out = new BitWriter();
    private final BlockWriter writer = new BlockWriter(sequences, out);

    /** Where the piece at hand begins, and where the literals begin that were pending then. */
    private int pieceFrom;

    private int literalsFrom;

    /** How many sequences there were before it. */
    private int sequencesBefore;

    /** Room for what so many bytes can become: stored, with at most one header for each piece, and the end. */
    static int bound(int size) {
        int pieces = size / Parser.PIECE_SYMBOLS + 1;
        return size + 6 * (pieces + size / 0xffff + 1) + 8 + BitWriter.SLACK;
    }

    /**
     * Encodes {@code data[from..to)}, primed with what is before it, and ends on a whole byte.
     *
     * @param last whether the stream ends with it
     * @param compressed gets the output; of at least {@link #bound} bytes
     * @return the number of bytes of output
     */
    int encode(byte[] data, int from, int to, boolean last, Level level, byte[] compressed) {
        out.start(compressed);
        parser.start(data, from, to, level);
        if (from < to) {
            encodeBlocks(data, from, to, last);
        } else if (last) {
            writer.writeEmpty();
        }
        if (last) {
            out.align();
        } else {
            writer.writeSync();
        }
        return out.size();
    }

    private void encodeBlocks(byte[] data, int from, int to, boolean last) {
        parse();
        for (int blockFrom = from; blockFrom < to; blockFrom = pieceFrom) {
            parseBlock();
            writer.write(data, blockFrom, pieceFrom, sequencesBefore, splitter.block(), last && pieceFrom == to);
            sequences.drop(sequencesBefore, pieceFrom - literalsFrom);
            parser.literalsWritten(pieceFrom);
        }
    }

    /**
     * Makes a block of the piece at hand and of those that join it. The next piece, if any, is parsed and at hand then.
     *
     * <p>A loop without the writing, which is rare beside it: what the JIT finds in a hot loop it compiles into it, and
     * the making of a Huffman code there took it 2 s and 80 MiB (JDK 17, input that does not compress).
     */
    private void parseBlock() {
        splitter.begin(piece);
        boolean joined = true;
        while (joined) {
            pieceFrom = parser.position();
            literalsFrom = parser.literalsFrom();
            sequencesBefore = sequences.size;
            joined = !parser.atEnd() && parseNext();
        }
    }

    /** Whether the next piece has joined the block. */
    private boolean parseNext() {
        boolean full = sequences.nearlyFull();
        parse();
        return !full && splitter.join(piece);
    }

    private void parse() {
        piece.clear();
        parser.parsePiece(piece);
    }
}
