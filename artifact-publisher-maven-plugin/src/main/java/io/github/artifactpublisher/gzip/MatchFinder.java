package io.github.artifactpublisher.gzip;

import java.util.Arrays;

/**
 * Finds matches with hash chains: {@code head} has the newest position for each hash of four bytes, {@code previous}
 * has for each position the one before it with the same hash. A second table has the newest position for each hash of
 * three bytes; matches of three bytes are useful only at short distances. Without that table native code would be 2 %
 * larger.
 *
 * <p>Positions are ints. Shorts would need less cache, but two more instructions for each step of a chain, and take a
 * quarter more time. A match is an int: the length in the upper 16 bits, the distance in the lower; {@link #NONE} means
 * no match. Not thread-safe.
 */
final class MatchFinder {
    static final int NONE = 0;

    private static final int HASH_BITS = 16;
    private static final int SHORT_HASH_BITS = 13;
    private static final int WINDOW_MASK = Window.SIZE - 1;

    /** Maximum distance of a match of three bytes: at longer distances three literals cost about as much. */
    private static final int MAX_SHORT_DISTANCE = 2048;

    /** Multiplier of the hash function: 2³² divided by the golden ratio (Knuth's multiplicative hashing). */
    private static final int HASH_MULTIPLIER = 0x9e37_79b1;

    /** A position that is outside the window of every position. */
    private static final int NO_POSITION = -Window.SIZE - 1;

    private final int[] head = new int[1 << HASH_BITS];
    private final int[] headShort = new int[1 << SHORT_HASH_BITS];
    private final int[] previous = new int[Window.SIZE];
    private byte[] data;
    private int end;
    private int niceLength;
    private int prefetched;
    private int prefetchedHash;
    private int prefetchedCandidate;

    /** Starts with new data and clears the tables, so that the matches depend only on this data. */
    void reset(byte[] newData, int newEnd, int newNiceLength) {
        data = newData;
        end = newEnd;
        niceLength = newNiceLength;
        prefetched = -1;
        Arrays.fill(head, NO_POSITION);
        Arrays.fill(headShort, NO_POSITION);
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
        return (four * HASH_MULTIPLIER) >>> (32 - HASH_BITS);
    }

    private static int shortHash(int four) {
        return ((four << 8) * HASH_MULTIPLIER) >>> (32 - SHORT_HASH_BITS);
    }

    /** Adds positions to the tables without a search. At least four bytes must follow each position. */
    void insert(int from, int to) {
        byte[] bytes = data;
        int[] heads = head;
        int[] headsShort = headShort;
        int[] chain = previous;
        for (int at = from; at < to; at++) {
            int four = LittleEndian.getInt(bytes, at);
            int hash = hash(four);
            chain[at & WINDOW_MASK] = heads[hash];
            heads[hash] = at;
            headsShort[shortHash(four)] = at;
        }
    }

    /**
     * Finds the longest match for a position and adds the position to the tables. At least four bytes must follow it.
     *
     * @param known the match must be longer than this; at least 2
     * @param maxChain how many entries of the hash chain to compare
     * @return the match, or {@link #NONE}
     */
    int findLongest(int at, int known, int maxChain) {
        int four = LittleEndian.getInt(data, at);
        if (at != prefetched) {
            prefetch(at);
        }
        int candidate = prefetchedCandidate;
        head[prefetchedHash] = at;
        previous[at & WINDOW_MASK] = candidate;
        prefetch(at + 1);
        int shortHash = shortHash(four);
        int shortCandidate = headShort[shortHash];
        headShort[shortHash] = at;
        int match =
                candidate < at - Window.SIZE ? NONE : searchChain(at, four, candidate, Math.max(known, 3), maxChain);
        return match == NONE && known < 3 ? shortMatch(at, four, shortCandidate) : match;
    }

    /**
     * Reads the table entry of a position before the search for that position. The search nearly always goes on with
     * the next position, and then its entry is already in the cache: 3 % less time for class files, 7 % for native
     * code.
     */
    private void prefetch(int at) {
        prefetched = at;
        prefetchedHash = hash(LittleEndian.getInt(data, at));
        prefetchedCandidate = head[prefetchedHash];
    }

    private int shortMatch(int at, int four, int candidate) {
        boolean found = candidate >= at - MAX_SHORT_DISTANCE && (LittleEndian.getInt(data, candidate) ^ four) << 8 == 0;
        return found ? match(3, at - candidate) : NONE;
    }

    /**
     * Searches the hash chain. A candidate is compared completely only if it has the same last bytes that a match
     * longer than the best one so far must have.
     */
    private int searchChain(int at, int four, int first, int known, int maxChain) {
        byte[] bytes = data;
        int[] chain = previous;
        int oldest = at - Window.SIZE;
        int maxLength = Math.min(Symbols.MAX_MATCH, end - at);
        if (known >= maxLength) {
            return NONE;
        }
        int best = known;
        int bestCandidate = at;
        int tail = LittleEndian.getInt(bytes, at + best - 3);
        int candidate = first;
        for (int left = maxChain; left > 0 && candidate >= oldest; left--) {
            if (LittleEndian.getInt(bytes, candidate + best - 3) == tail
                    && LittleEndian.getInt(bytes, candidate) == four) {
                int length = matchLength(bytes, at, candidate, maxLength);
                if (length > best) {
                    best = length;
                    bestCandidate = candidate;
                    if (length >= niceLength || length >= maxLength) {
                        break;
                    }
                    tail = LittleEndian.getInt(bytes, at + best - 3);
                }
            }
            candidate = chain[candidate & WINDOW_MASK];
        }
        return bestCandidate == at ? NONE : match(best, at - bestCandidate);
    }

    /** Returns the length of the match; its first four bytes are known to be equal. */
    private static int matchLength(byte[] bytes, int at, int candidate, int maxLength) {
        int length = 4;
        while (length < maxLength) {
            long differences =
                    LittleEndian.getLong(bytes, at + length) ^ LittleEndian.getLong(bytes, candidate + length);
            if (differences != 0) {
                return Math.min(maxLength, length + (Long.numberOfTrailingZeros(differences) >>> 3));
            }
            length += 8;
        }
        return maxLength;
    }
}
