package io.github.artifactpublisher.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * A chunk of up to 1 MiB of a file: one thread reads it, a worker compresses it, the first thread writes it. It owns
 * its buffers and is reused, so compressing a chunk allocates nothing.
 *
 * <p>Passed from thread to thread, never shared.
 */
final class Chunk {
    /** Input bytes of every chunk except the last of a member, which has fewer. The output depends on this size. */
    static final int SIZE = 1 << 20;

    /** The window (the input before this chunk), then the input of this chunk. */
    private final byte[] data = new byte[Window.SIZE + SIZE + DeflateEncoder.PADDING];

    private final byte[] compressed = new byte[DeflateEncoder.bound(SIZE)];
    private int windowSize;
    private int size;
    private int compressedSize;
    private int crc;

    /** Reads the next chunk of a stream; it is full unless the stream ends. */
    void read(InputStream in, Window window) throws IOException {
        windowSize = window.copyTo(data);
        size = in.readNBytes(data, windowSize, SIZE);
        window.slide(data, windowSize + size);
    }

    /** Compresses the input that was read. */
    void compress(DeflateEncoder encoder, Level level) {
        compressedSize = encoder.encode(data, windowSize, windowSize + size, isLast(), level, compressed);
        CRC32 sum = new CRC32();
        sum.update(data, windowSize, size);
        crc = (int) sum.getValue();
    }

    /** Whether this is the last chunk of its stream: a chunk that is not full, and may be empty. */
    boolean isLast() {
        return size < SIZE;
    }

    int size() {
        return size;
    }

    int crc() {
        return crc;
    }

    byte[] compressed() {
        return compressed;
    }

    int compressedSize() {
        return compressedSize;
    }
}
