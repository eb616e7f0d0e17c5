package io.github.artifactpublisher.gzip;

/**
 * How hard to look for matches. The numbers were chosen by measurement: at each level, class files and native code
 * become smaller than with zlib at the same level, and from level 3 on in less time.
 *
 * @param depth how many earlier places are compared for one position
 * @param enough a match of this length ends the search and is taken as it is
 * @param lazyDepth how many places are compared to see whether the next position has a better match; 0: it is not tried
 */
record Level(int depth, int enough, int lazyDepth) {
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
