package io.github.artifactpublisher.gzip;

/**
 * Combines the CRC-32 (RFC 1952, section 8) of consecutive chunks into the CRC-32 of the whole, as zlib's
 * {@code crc32_combine} does. So each chunk's CRC-32 can be computed on another thread.
 *
 * <p>A CRC is the remainder of a polynomial over GF(2). For {@code a} followed by {@code n} bytes of {@code b}, it is
 * the remainder of {@code a·x^(8n) + b}. Not thread-safe.
 */
final class Crc32Combiner {
    /** The polynomial of RFC 1952; the highest bit is the coefficient of the lowest power. */
    private static final int POLYNOMIAL = 0xedb88320;

    private static final int X_TO_THE_0 = 0x8000_0000;
    private static final int X_TO_THE_8 = 0x0080_0000;

    private int value;

    /** Appends a chunk with the given CRC-32 and number of bytes. */
    void append(int crc, int size) {
        value = multiply(value, power(X_TO_THE_8, size)) ^ crc;
    }

    /** Returns the CRC-32 of all chunks so far; 0 if there is none. */
    int value() {
        return value;
    }

    private static int power(int base, int exponent) {
        int result = X_TO_THE_0;
        int square = base;
        for (int remaining = exponent; remaining != 0; remaining >>>= 1) {
            if ((remaining & 1) != 0) {
                result = multiply(result, square);
            }
            square = multiply(square, square);
        }
        return result;
    }

    /** Multiplies two polynomials modulo {@link #POLYNOMIAL}. */
    private static int multiply(int a, int b) {
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
