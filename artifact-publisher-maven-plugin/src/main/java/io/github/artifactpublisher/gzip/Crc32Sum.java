package io.github.artifactpublisher.gzip;

/**
 * The CRC-32 (RFC 1952, section 8) of blocks one after the other, from the CRC-32 of each.
 *
 * <p>A CRC is the remainder of a polynomial over GF(2). The remainder of {@code a} followed by {@code n} bytes of
 * {@code b} is that of {@code a·x^(8n) + b}, so that the blocks can be summed up on different threads. Not thread-safe.
 */
final class Crc32Sum {
    /** The polynomial of RFC 1952, its lowest power in the highest bit. */
    private static final int POLYNOMIAL = 0xedb88320;

    private static final int X_TO_THE_0 = 0x8000_0000;
    private static final int X_TO_THE_8 = 0x0080_0000;

    private int value;

    /** Appends a block. */
    void append(int crc, int size) {
        value = product(value, power(X_TO_THE_8, size)) ^ crc;
    }

    /** The CRC-32 of all blocks so far; 0 if there is none. */
    int value() {
        return value;
    }

    private static int power(int base, int exponent) {
        int result = X_TO_THE_0;
        int square = base;
        for (int left = exponent; left != 0; left >>>= 1) {
            if ((left & 1) != 0) {
                result = product(result, square);
            }
            square = product(square, square);
        }
        return result;
    }

    /** Of two polynomials, modulo the polynomial. */
    private static int product(int a, int b) {
        int sum = 0;
        int shifted = b;
        for (int power = X_TO_THE_0; power != 0; power >>>= 1) {
            if ((a & power) != 0) {
                sum ^= shifted;
            }
            shifted = (shifted >>> 1) ^ (-(shifted & 1) & POLYNOMIAL);
        }
        return sum;
    }
}
