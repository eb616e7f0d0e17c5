package io.github.artifactpublisher.gzip;

/** The end of what was read of a file so far: what primes the next block. Not thread-safe. */
final class Window {
    private final byte[] bytes = new byte[Block.WINDOW];
    private int size;

    /** Copies the window to the start of a block's data. */
    int copyTo(byte[] data) {
        System.arraycopy(bytes, 0, data, 0, size);
        return size;
    }

    /** Takes over the last bytes of a block's data. */
    void slide(byte[] data, int end) {
        size = Math.min(end, Block.WINDOW);
        System.arraycopy(data, end - size, bytes, 0, size);
    }
}
