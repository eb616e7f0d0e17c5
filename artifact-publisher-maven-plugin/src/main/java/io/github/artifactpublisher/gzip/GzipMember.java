package io.github.artifactpublisher.gzip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The frame of one gzip member (RFC 1952) that depends on its content alone: no name, no time, and the operating system
 * byte 255 ("unknown"). Not thread-safe.
 */
final class GzipMember {
    /** Magic, method deflate, no flags, mtime 0, no extra flags, operating system unknown. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int TRAILER_BYTES = 8;

    private final OutputStream out;
    private final Crc32Sum crc = new Crc32Sum();
    private long size;

    GzipMember(OutputStream out) throws IOException {
        this.out = out;
        out.write(HEADER);
    }

    /** Appends a compressed block; after the last comes the trailer. */
    void append(Block block) throws IOException {
        out.write(block.compressed(), 0, block.compressedSize());
        crc.append(block.crc(), block.size());
        size += block.size();
        if (block.isLast()) {
            out.write(trailer());
        }
    }

    /** CRC-32 and the size modulo 2³², both with the low byte first. */
    private byte[] trailer() {
        return ByteBuffer.allocate(TRAILER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(crc.value())
                .putInt((int) size)
                .array();
    }

    /** Bytes of the frame itself. */
    static int overhead() {
        return HEADER.length + TRAILER_BYTES;
    }
}
