package io.github.artifactpublisher.gzip;

/** The last 32 KiB that were read of a file: the preset dictionary of the next chunk. Not thread-safe. */
final class Window {
    /** The maximum distance of a match (RFC 1951, section 2). */
    static final int SIZE = 1 << 15;

    private final byte[] bytes = new byte[SIZE];
    private int size;

    /** Copies the window to the start of an array and returns its size. */
    int copyTo(byte[] data) {
        System.arraycopy(bytes, 0, data, 0, size);
        return size;
    }

    /** Moves the window to the last bytes of {@code data[0..end)}. */
    void slide(byte[] data, int end) {
        size = Math.min(end, SIZE);
        System.arraycopy(data, end - size, bytes, 0, size);
    }
}
