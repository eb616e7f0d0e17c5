package io.github.artifactpublisher.gzip;

/**
 * Decides which bytes become matches and which literals, by lazy matching: before a match is taken, the next position
 * is tried, too, and if its match is better, one literal goes out and that match is looked at in turn. Works in pieces,
 * so that the {@link BlockSplitter} can decide between them. Not thread-safe.
 */
final class Parser {
    /** Symbols in a piece: enough for its frequencies to mean something. */
    static final int PIECE_SYMBOLS = 4096;

    /** In bits, for the literal that goes out before the better match. */
    private static final int LEAST_GAIN = 2;

    /** A position this close to the end has no four bytes to be hashed. */
    private static final int UNSEARCHED = 3;

    private final MatchFinder finder = new MatchFinder();
    private final Sequences sequences;
    private byte[] data;
    private int end;
    private int searchEnd;
    private Level level;
    private int position;
    private int literalsFrom;
    private int symbols;

    Parser(Sequences sequences) {
        this.sequences = sequences;
    }

    /** Starts with new data, primed with what is before {@code from}. */
    void start(byte[] newData, int from, int to, Level newLevel) {
        data = newData;
        end = to;
        searchEnd = to - UNSEARCHED;
        level = newLevel;
        position = from;
        literalsFrom = from;
        sequences.size = 0;
        finder.reset(newData, to, newLevel.enough());
        finder.insert(0, Math.min(from, searchEnd));
    }

    boolean atEnd() {
        return position >= end;
    }

    int position() {
        return position;
    }

    /** Where the literals begin that no match follows yet. */
    int literalsFrom() {
        return literalsFrom;
    }

    /** Literals up to here are written. */
    void literalsWritten(int until) {
        literalsFrom = Math.max(literalsFrom, until);
    }

    /** Appends a piece to the sequences and counts its symbols. */
    void parsePiece(Histogram histogram) {
        symbols = 0;
        while (position < searchEnd && symbols < PIECE_SYMBOLS) {
            parseSymbol(histogram);
        }
        if (position >= searchEnd) {
            literals(end, histogram);
        }
    }

    private void parseSymbol(Histogram histogram) {
        int match = finder.longest(position, Symbols.SHORTEST_MATCH - 1, level.depth());
        if (match == MatchFinder.NONE) {
            literals(Math.min(searchEnd, position + stride()), histogram);
        } else {
            take(match, histogram);
        }
    }

    /** Where nothing matches for long, only some positions are tried, ever fewer: the input does not shrink. */
    private int stride() {
        return 1 + Math.min(16, (position - literalsFrom) >> 8);
    }

    private void literals(int until, Histogram histogram) {
        int[] counts = histogram.literalLengths;
        byte[] bytes = data;
        symbols += until - position;
        for (int at = position; at < until; at++) {
            counts[bytes[at] & 0xff]++;
        }
        position = until;
    }

    private void take(int first, Histogram histogram) {
        int match = first;
        boolean improved = true;
        int noted = position + 1;
        while (improved && isWorthALook(match)) {
            int next = finder.longest(position + 1, Math.max(3, MatchFinder.length(match) - 1), level.lazyDepth());
            noted = position + 2;
            improved = next != MatchFinder.NONE && gain(next, match) > LEAST_GAIN;
            if (improved) {
                match = next;
                literals(position + 1, histogram);
            }
        }
        append(match, noted, histogram);
    }

    private boolean isWorthALook(int match) {
        return level.lazyDepth() > 0 && MatchFinder.length(match) < level.enough() && position + 1 < searchEnd;
    }

    /** A byte more is worth about four bits, less what a longer distance costs. */
    private static int gain(int match, int over) {
        return 4 * (MatchFinder.length(match) - MatchFinder.length(over))
                + Integer.numberOfLeadingZeros(MatchFinder.distance(match))
                - Integer.numberOfLeadingZeros(MatchFinder.distance(over));
    }

    private void append(int match, int noted, Histogram histogram) {
        int length = MatchFinder.length(match);
        int next = sequences.size++;
        sequences.literals[next] = position - literalsFrom;
        sequences.matches[next] = match;
        histogram.literalLengths[Symbols.FIRST_LENGTH + Symbols.ofLength(length)]++;
        histogram.distances[Symbols.ofDistance(MatchFinder.distance(match))]++;
        symbols++;
        position += length;
        literalsFrom = position;
        finder.insert(noted, Math.min(position, searchEnd));
    }
}
