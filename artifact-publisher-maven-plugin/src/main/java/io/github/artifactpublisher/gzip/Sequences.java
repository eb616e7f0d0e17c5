package io.github.artifactpublisher.gzip;

/**
 * What a parser has made of some input: runs of literals, each followed by a match. The literals are read from the
 * input when they are written. The hot loops use the arrays themselves. Not thread-safe.
 */
final class Sequences {
    /** Enough for several pieces of matches alone; then a block has to end. */
    private static final int CAPACITY = 1 << 15;

    /** The number of literals before each match. */
    final int[] literals = new int[CAPACITY];

    /** The matches, as the {@link MatchFinder} gives them. */
    final int[] matches = new int[CAPACITY];

    int size;

    /** Whether one more piece could find no room. */
    boolean nearlyFull() {
        return size > CAPACITY - 2 * Parser.PIECE_SYMBOLS;
    }

    /** Drops the first, which are written; the literals before the next match count from where those end. */
    void drop(int count, int literalsWritten) {
        size -= count;
        System.arraycopy(literals, count, literals, 0, size);
        System.arraycopy(matches, count, matches, 0, size);
        if (size > 0) {
            literals[0] -= literalsWritten;
        }
    }
}
