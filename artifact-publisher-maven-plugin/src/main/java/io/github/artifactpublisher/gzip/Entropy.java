package io.github.artifactpublisher.gzip;

/**
 * The least number of bits for symbols of known frequency (Shannon 1948), in integers: a floating-point logarithm could
 * differ in its last bit from machine to machine, and then the block would be split elsewhere.
 */
final class Entropy {
    private static final int FRACTION_BITS = 8;
    private static final int TABLE_BITS = 12;

    /** Logarithms to the base 2; StrictMath gives the same ones everywhere. */
    private static final int[] LOG2 = new int[1 << TABLE_BITS];

    static {
        for (int i = 1; i < LOG2.length; i++) {
            LOG2[i] = (int) StrictMath.rint(StrictMath.log(i) / StrictMath.log(2) * (1 << FRACTION_BITS));
        }
    }

    private Entropy() {}

    static long bits(int[] counts) {
        long total = 0;
        long known = 0;
        for (int count : counts) {
            total += count;
            known += (long) count * log2(count);
        }
        return (total * log2((int) total) - known) >> FRACTION_BITS;
    }

    /** Of 0 it is 0, too, since it is always multiplied with that. */
    private static int log2(int number) {
        int shift = Math.max(0, 32 - TABLE_BITS - Integer.numberOfLeadingZeros(number));
        return LOG2[number >>> shift] + (shift << FRACTION_BITS);
    }
}
