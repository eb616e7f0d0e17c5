package io.github.artifactpublisher.gzip;

/**
 * Estimates the minimum number of bits for symbols of known frequency (Shannon 1948). It uses integers: a
 * floating-point logarithm could differ in its last bit between machines, and then blocks would be split at different
 * places.
 */
final class Entropy {
    private static final int FRACTION_BITS = 8;
    private static final int TABLE_BITS = 12;

    /** Binary logarithms in fixed point; StrictMath gives the same results everywhere. */
    private static final int[] LOG2 = new int[1 << TABLE_BITS];

    static {
        for (int i = 1; i < LOG2.length; i++) {
            LOG2[i] = (int) StrictMath.rint(StrictMath.log(i) / StrictMath.log(2) * (1 << FRACTION_BITS));
        }
    }

    private Entropy() {}

    /** Returns the number of bits for symbols that occur so often. */
    static long bits(int[] counts) {
        long total = 0;
        long weighted = 0;
        for (int count : counts) {
            total += count;
            weighted += (long) count * log2(count);
        }
        return (total * log2((int) total) - weighted) >> FRACTION_BITS;
    }

    /**
     * Returns the binary logarithm; 0 for the number 0, which is harmless because the caller multiplies by the number.
     */
    private static int log2(int number) {
        int shift = Math.max(0, 32 - TABLE_BITS - Integer.numberOfLeadingZeros(number));
        return LOG2[number >>> shift] + (shift << FRACTION_BITS);
    }
}
