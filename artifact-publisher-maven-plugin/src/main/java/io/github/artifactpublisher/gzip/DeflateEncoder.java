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
        int blockFrom = from;
        parse();
        splitter.begin(piece);
        while (!parser.atEnd()) {
            int pieceFrom = parser.position();
            int literalsFrom = parser.literalsFrom();
            int before = sequences.size;
            boolean full = sequences.nearlyFull();
            parse();
            if (full || !splitter.join(piece)) {
                writer.write(data, blockFrom, pieceFrom, before, splitter.block(), false);
                sequences.drop(before, pieceFrom - literalsFrom);
                parser.literalsWritten(pieceFrom);
                splitter.begin(piece);
                blockFrom = pieceFrom;
            }
        }
        writer.write(data, blockFrom, to, sequences.size, splitter.block(), last);
    }

    private void parse() {
        piece.clear();
        parser.parsePiece(piece);
    }
}
