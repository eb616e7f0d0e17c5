package io.github.artifactpublisher.gzip;

/**
 * Decides where a DEFLATE block ends. The input comes in pieces of some thousand symbols. A piece is added to the
 * current block unless two blocks, each with its own Huffman codes, would be smaller by more than a block header costs.
 * Greedy: looks at one piece at a time. Not thread-safe.
 */
final class BlockSplitter {
    /**
     * Cost of one more block in bits: its header has 60 to 80 bytes, and code lengths are whole bits, which costs more
     * the fewer symbols a block has. Of the values from 250 to 5000, 850 gave the smallest output (class files are 0.5
     * % smaller than with 480, native code 0.2 %).
     */
    private static final int BLOCK_OVERHEAD_BITS = 850;

    private final Histogram block = new Histogram();
    private final Histogram joined = new Histogram();
    private long blockBits;

    /** Starts a new block with a piece. */
    void begin(Histogram piece) {
        block.set(piece);
        blockBits = piece.bits();
    }

    /** Adds a piece to the block and returns true, or returns false if the block must end before the piece. */
    boolean join(Histogram piece) {
        joined.set(block);
        joined.add(piece);
        long joinedBits = joined.bits();
        if (blockBits + piece.bits() + BLOCK_OVERHEAD_BITS < joinedBits) {
            return false;
        }
        block.set(joined);
        blockBits = joinedBits;
        return true;
    }

    /** Returns the histogram of the current block. */
    Histogram block() {
        return block;
    }
}
