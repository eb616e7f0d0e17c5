package io.github.artifactpublisher.gzip;

/**
 * Divides the input into matches and literals by lazy matching, as zlib does: before it uses a match, it looks for a
 * better one at the next position. If there is one, the byte between becomes a literal, and the search goes on from
 * there. Works in pieces of some thousand symbols, between which {@link BlockSplitter} can end a block. Not
 * thread-safe.
 */
final class LazyMatcher {
    /** Minimum number of symbols in a piece, enough for a meaningful histogram. */
    static final int PIECE_SYMBOLS = 4096;

    /** Minimum gain in bits of the match at the next position, to pay for the additional literal. */
    private static final int MIN_GAIN = 2;

    /** The last positions have fewer than four bytes after them, so they cannot be hashed. */
    private static final int UNHASHED_POSITIONS = 3;

    private final MatchFinder finder = new MatchFinder();
    private final Sequences sequences;
    private byte[] data;
    private int end;
    private int searchEnd;
    private Level level;
    private int position;
    private int literalsFrom;
    private int symbols;

    LazyMatcher(Sequences sequences) {
        this.sequences = sequences;
    }

    /** Starts with new input {@code data[from..to)}; {@code data[0..from)} is its preset dictionary. */
    void start(byte[] newData, int from, int to, Level newLevel) {
        data = newData;
        end = to;
        searchEnd = to - UNHASHED_POSITIONS;
        level = newLevel;
        position = from;
        literalsFrom = from;
        sequences.size = 0;
        finder.reset(newData, to, newLevel.niceLength());
        finder.insert(0, Math.min(from, searchEnd));
    }

    boolean atEnd() {
        return position >= end;
    }

    int position() {
        return position;
    }

    /** Returns the start of the literals that no match follows yet. */
    int literalsFrom() {
        return literalsFrom;
    }

    /** Marks the literals before a position as written. */
    void literalsWritten(int until) {
        literalsFrom = Math.max(literalsFrom, until);
    }

    /** Appends a piece to the sequences and counts its symbols. */
    void parsePiece(Histogram histogram) {
        symbols = 0;
        while (position < searchEnd && symbols < PIECE_SYMBOLS) {
            parseNext(histogram);
        }
        if (position >= searchEnd) {
            addLiterals(end, histogram);
        }
    }

    private void parseNext(Histogram histogram) {
        int match = finder.findLongest(position, Symbols.MIN_MATCH - 1, level.maxChain());
        if (match == MatchFinder.NONE) {
            addLiterals(Math.min(searchEnd, position + stride()), histogram);
        } else {
            matchLazily(match, histogram);
        }
    }

    /**
     * Returns how many positions to advance after a search without a match: more and more in incompressible input. A
     * fat jar takes 38 % of the time for 0.4 % more bytes; class files and native code keep their size.
     */
    private int stride() {
        return 1 + Math.min(16, (position - literalsFrom) >> 8);
    }

    private void addLiterals(int until, Histogram histogram) {
        int[] counts = histogram.literalLengths;
        byte[] bytes = data;
        symbols += until - position;
        for (int at = position; at < until; at++) {
            counts[bytes[at] & 0xff]++;
        }
        position = until;
    }

    private void matchLazily(int first, Histogram histogram) {
        int match = first;
        boolean improved = true;
        int nextInsert = position + 1;
        while (improved && shouldTryNext(match)) {
            int minLength = Math.max(3, MatchFinder.length(match) - 1);
            int next = finder.findLongest(position + 1, minLength, level.maxLazyChain());
            nextInsert = position + 2;
            improved = next != MatchFinder.NONE && gain(next, match) > MIN_GAIN;
            if (improved) {
                match = next;
                addLiterals(position + 1, histogram);
            }
        }
        addMatch(match, nextInsert, histogram);
    }

    private boolean shouldTryNext(int match) {
        return level.maxLazyChain() > 0 && MatchFinder.length(match) < level.niceLength() && position + 1 < searchEnd;
    }

    /** Returns the estimated gain in bits: four bits for each additional byte, minus the cost of a longer distance. */
    private static int gain(int match, int over) {
        return 4 * (MatchFinder.length(match) - MatchFinder.length(over))
                + Integer.numberOfLeadingZeros(MatchFinder.distance(match))
                - Integer.numberOfLeadingZeros(MatchFinder.distance(over));
    }

    private void addMatch(int match, int nextInsert, Histogram histogram) {
        int length = MatchFinder.length(match);
        int next = sequences.size++;
        sequences.literals[next] = position - literalsFrom;
        sequences.matches[next] = match;
        histogram.literalLengths[Symbols.FIRST_LENGTH_CODE + Symbols.lengthSymbol(length)]++;
        histogram.distances[Symbols.distanceSymbol(MatchFinder.distance(match))]++;
        symbols++;
        position += length;
        literalsFrom = position;
        finder.insert(nextInsert, Math.min(position, searchEnd));
    }
}
