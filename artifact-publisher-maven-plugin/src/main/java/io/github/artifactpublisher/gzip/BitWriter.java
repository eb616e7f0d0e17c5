package io.github.artifactpublisher.gzip;

/** Packs bits into bytes, starting at the least significant bit (RFC 1951, section 3.1.1). Not thread-safe. */
final class BitWriter {
    /** Extra bytes that the output array needs at its end: each write stores eight bytes, not all of them used. */
    static final int SLACK = 8;

    private byte[] out;
    private int size;
    private long bits;
    private int pendingBits;

    /** Starts to write to the beginning of an array. */
    void start(byte[] newOut) {
        out = newOut;
        size = 0;
        bits = 0;
        pendingBits = 0;
    }

    /** Appends up to 32 bits. */
    void put(int value, int width) {
        put(value & 0xffff_ffffL, width);
    }

    /** Appends up to 56 bits; at most 7 bits are pending from earlier calls. */
    void put(long value, int width) {
        bits |= value << pendingBits;
        pendingBits += width;
        LittleEndian.putLong(out, size, bits);
        size += pendingBits >>> 3;
        bits >>>= pendingBits & ~7;
        pendingBits &= 7;
    }

    /**
     * Appends the codes of literals.
     *
     * @param codes for each literal its code (lower 16 bits) and its code length (upper 16 bits)
     */
    void putLiterals(byte[] data, int from, int to, int[] codes) {
        int at = from;
        for (; at + 2 < to; at += 3) {
            int first = codes[data[at] & 0xff];
            int second = codes[data[at + 1] & 0xff];
            int third = codes[data[at + 2] & 0xff];
            int two = (first >>> 16) + (second >>> 16);
            long value = code(first) | code(second) << (first >>> 16) | code(third) << two;
            put(value, two + (third >>> 16));
        }
        for (; at < to; at++) {
            int code = codes[data[at] & 0xff];
            put(code(code), code >>> 16);
        }
    }

    private static long code(int packed) {
        return packed & 0xffff;
    }

    /** Pads with zero bits to a byte boundary. */
    void alignToByte() {
        if (pendingBits > 0) {
            put(0, 8 - pendingBits);
        }
    }

    /** Appends bytes unchanged. The output must be at a byte boundary. */
    void putBytes(byte[] data, int from, int length) {
        System.arraycopy(data, from, out, size, length);
        size += length;
    }

    /** Returns the number of complete bytes. */
    int size() {
        return size;
    }
}
