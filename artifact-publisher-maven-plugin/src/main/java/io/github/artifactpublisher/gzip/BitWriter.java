package io.github.artifactpublisher.gzip;

/** Packs bits into bytes, the first into the lowest (RFC 1951, section 3.1.1). Not thread-safe. */
final class BitWriter {
    /** Eight bytes are stored at once, of which only some count. */
    static final int SLACK = 8;

    private byte[] out;
    private int size;
    private long bits;
    private int count;

    void start(byte[] newOut) {
        out = newOut;
        size = 0;
        bits = 0;
        count = 0;
    }

    /** Appends up to 32 bits. */
    void put(int value, int width) {
        put(value & 0xffff_ffffL, width);
    }

    /** Appends up to 56 bits; there are never more than 7 left over from before. */
    void put(long value, int width) {
        bits |= value << count;
        count += width;
        Words.put(out, size, bits);
        size += count >>> 3;
        bits >>>= count & ~7;
        count &= 7;
    }

    /**
     * Appends literals.
     *
     * @param codes for each literal its code in the lower half and the width of that in the upper
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

    /** Fills the byte that was begun with zeros. */
    void align() {
        if (count > 0) {
            put(0, 8 - count);
        }
    }

    /** Appends bytes as they are, after a whole byte. */
    void putBytes(byte[] data, int from, int length) {
        System.arraycopy(data, from, out, size, length);
        size += length;
    }

    /** The number of whole bytes. */
    int size() {
        return size;
    }
}
