package io.github.artifactpublisher.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * A piece of a file on its way through the workers: read by one thread, compressed by another, written by the first. It
 * owns its buffers and is used again and again, so that nothing is allocated for a block.
 *
 * <p>Handed from thread to thread, never shared.
 */
final class Block {
    /** Bytes of input in every block but the last of a member, which has fewer: part of the format of the output. */
    static final int SIZE = 1 << 20;

    /** How far back a match may reach (RFC 1951, section 2). */
    static final int WINDOW = 1 << 15;

    /** The input of the block before, as far as matches reach, then that of this block. */
    private final byte[] data = new byte[WINDOW + SIZE + DeflateEncoder.PADDING];

    private final byte[] compressed = new byte[DeflateEncoder.bound(SIZE)];
    private int windowSize;
    private int size;
    private int compressedSize;
    private int crc;

    /** Fills the block; it is full unless the input ends. */
    void read(InputStream in, Window window) throws IOException {
        windowSize = window.copyTo(data);
        size = in.readNBytes(data, windowSize, SIZE);
        window.slide(data, windowSize + size);
    }

    /** Compresses what was read. */
    void compress(DeflateEncoder encoder, Level level) {
        compressedSize = encoder.encode(data, windowSize, windowSize + size, isLast(), level, compressed);
        CRC32 sum = new CRC32();
        sum.update(data, windowSize, size);
        crc = (int) sum.getValue();
    }

    /** A block that is not full is the last one, be it empty. */
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
