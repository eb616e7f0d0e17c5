package io.github.artifactpublisher.gzip;

/**
 * The match search parameters of a compression level, similar to those of zlib. The values were chosen by measurement:
 * at each level, class files and native code become smaller than with zlib at the same level, and from level 3 on in
 * less time.
 *
 * @param maxChain how many entries of a hash chain are compared for one position
 * @param niceLength a match of at least this length ends the search and is used at once
 * @param maxLazyChain how many entries are compared when lazy matching looks for a better match at the next position; 0
 *     turns lazy matching off
 */
record Level(int maxChain, int niceLength, int maxLazyChain) {
    static final int FASTEST = 1;
    static final int SMALLEST = 9;

    private static final Level[] LEVELS = {
        new Level(2, 16, 0),
        new Level(4, 32, 0),
        new Level(10, 32, 0),
        new Level(6, 32, 2),
        new Level(8, 48, 4),
        new Level(20, 130, 8),
        new Level(64, 130, 24),
        new Level(256, 258, 128),
        new Level(2048, 258, 1024)
    };

    static Level of(int number) {
        if (number < FASTEST || number > SMALLEST) {
            throw new IllegalArgumentException("A gzip level is 1 to 9, not " + number);
        }
        return LEVELS[number - FASTEST];
    }
}
