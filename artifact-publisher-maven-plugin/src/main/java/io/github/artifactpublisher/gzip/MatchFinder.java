package io.github.artifactpublisher.gzip;

import java.util.Arrays;

/**
 * Finds where bytes have occurred before, by hash chains: for each hash of four bytes the newest place, and for each
 * place the one before it with the same hash. A second table finds the newest place of three bytes, which pay off only
 * from near by. Not thread-safe.
 *
 * <p>A match is an int: the length in the upper half, the distance in the lower; {@link #NONE} is none.
 */
final class MatchFinder {
    static final int NONE = 0;

    private static final int HASH_BITS = 16;
    private static final int SHORT_HASH_BITS = 13;
    private static final int MASK = Block.WINDOW - 1;

    /** Farther away three bytes cost about as much as a match as they do as literals. */
    private static final int FARTHEST_SHORT_MATCH = 2048;

    /** From 2³² and the golden ratio: spreads the bits of its factor well. */
    private static final int SPREAD = 0x9e37_79b1;

    /** Out of the window of every position. */
    private static final int NOWHERE = -Block.WINDOW - 1;

    private final int[] newest = new int[1 << HASH_BITS];
    private final int[] newestShort = new int[1 << SHORT_HASH_BITS];
    private final int[] older = new int[Block.WINDOW];
    private byte[] data;
    private int end;
    private int enough;

    /** Forgets all places: what is found depends on this data alone. */
    void reset(byte[] newData, int newEnd, int newEnough) {
        data = newData;
        end = newEnd;
        enough = newEnough;
        Arrays.fill(newest, NOWHERE);
        Arrays.fill(newestShort, NOWHERE);
    }

    private static int match(int length, int distance) {
        return length << 16 | distance;
    }

    static int length(int match) {
        return match >>> 16;
    }

    static int distance(int match) {
        return match & 0xffff;
    }

    private static int hash(int four) {
        return (four * SPREAD) >>> (32 - HASH_BITS);
    }

    private static int shortHash(int four) {
        return ((four << 8) * SPREAD) >>> (32 - SHORT_HASH_BITS);
    }

    /** Notes places without looking for matches. Four bytes must be left from each. */
    void insert(int from, int to) {
        byte[] bytes = data;
        int[] places = newest;
        int[] shortPlaces = newestShort;
        int[] chain = older;
        for (int at = from; at < to; at++) {
            int four = Words.four(bytes, at);
            int hash = hash(four);
            chain[at & MASK] = places[hash];
            places[hash] = at;
            shortPlaces[shortHash(four)] = at;
        }
    }

    /**
     * The longest match for a position that is longer than {@code known}, if there is one among the newest places, and
     * notes the position. Four bytes must be left.
     *
     * @param known of a length that is of no use; 2 if any is
     * @param depth how many places to compare
     */
    int longest(int at, int known, int depth) {
        int four = Words.four(data, at);
        int hash = hash(four);
        int place = newest[hash];
        newest[hash] = at;
        older[at & MASK] = place;
        int shortHash = shortHash(four);
        int shortPlace = newestShort[shortHash];
        newestShort[shortHash] = at;
        int match = place < at - Block.WINDOW ? NONE : inChain(at, four, place, Math.max(known, 3), depth);
        return match == NONE && known < 3 ? shortMatch(at, four, shortPlace) : match;
    }

    private int shortMatch(int at, int four, int place) {
        boolean found = place >= at - FARTHEST_SHORT_MATCH && (Words.four(data, place) ^ four) << 8 == 0;
        return found ? match(3, at - place) : NONE;
    }

    /**
     * Walks down the chain. A place is worth comparing only if it agrees where it would become longer than the best.
     */
    private int inChain(int at, int four, int first, int known, int depth) {
        byte[] bytes = data;
        int[] chain = older;
        int oldest = at - Block.WINDOW;
        int longest = Math.min(Symbols.LONGEST_MATCH, end - at);
        if (known >= longest) {
            return NONE;
        }
        int best = known;
        int bestPlace = at;
        int tail = Words.four(bytes, at + best - 3);
        int place = first;
        for (int left = depth; left > 0 && place >= oldest; left--) {
            if (Words.four(bytes, place + best - 3) == tail && Words.four(bytes, place) == four) {
                int length = common(bytes, at, place, longest);
                if (length > best) {
                    best = length;
                    bestPlace = place;
                    if (length >= enough || length >= longest) {
                        break;
                    }
                    tail = Words.four(bytes, at + best - 3);
                }
            }
            place = chain[place & MASK];
        }
        return bestPlace == at ? NONE : match(best, at - bestPlace);
    }

    /** How many bytes agree, four of which are known to. */
    private static int common(byte[] bytes, int at, int place, int longest) {
        int length = 4;
        while (length < longest) {
            long differences = Words.eight(bytes, at + length) ^ Words.eight(bytes, place + length);
            if (differences != 0) {
                return Math.min(longest, length + (Long.numberOfTrailingZeros(differences) >>> 3));
            }
            length += 8;
        }
        return longest;
    }
}
