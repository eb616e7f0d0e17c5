package io.github.artifactpublisher.gzip;

/**
 * A list of sequences: each is a run of literals followed by a match. Only the number of literals is kept; their bytes
 * are read from the input when they are written. The hot loops use the arrays directly. Not thread-safe.
 */
final class Sequences {
    /** Maximum number of sequences in a block: enough for several pieces that have only matches. */
    private static final int CAPACITY = 1 << 15;

    /** The number of literals before each match. */
    final int[] literals = new int[CAPACITY];

    /** The matches, encoded as in {@link MatchFinder}. */
    final int[] matches = new int[CAPACITY];

    int size;

    /** Whether there may be too little room for one more piece. */
    boolean nearlyFull() {
        return size > CAPACITY - 2 * LazyMatcher.PIECE_SYMBOLS;
    }

    /**
     * Removes the first {@code count} sequences after they were written, and the first {@code literalsWritten} literals
     * of the next one.
     */
    void drop(int count, int literalsWritten) {
        size -= count;
        System.arraycopy(literals, count, literals, 0, size);
        System.arraycopy(matches, count, matches, 0, size);
        if (size > 0) {
            literals[0] -= literalsWritten;
        }
    }
}
