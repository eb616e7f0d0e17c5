package io.github.artifactpublisher.gzip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes header and trailer of one gzip member (RFC 1952). They depend only on the content: no file name, no time, and
 * operating system 255 ("unknown"). Not thread-safe.
 */
final class GzipMember {
    /** Magic, method deflate, no flags, mtime 0, no extra flags, operating system unknown. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int TRAILER_BYTES = 8;

    private final OutputStream out;
    private final Crc32Combiner crc = new Crc32Combiner();
    private long size;

    GzipMember(OutputStream out) throws IOException {
        this.out = out;
        out.write(HEADER);
    }

    /** Appends a compressed chunk, and the trailer after the last one. */
    void append(Chunk chunk) throws IOException {
        out.write(chunk.compressed(), 0, chunk.compressedSize());
        crc.append(chunk.crc(), chunk.size());
        size += chunk.size();
        if (chunk.isLast()) {
            out.write(trailer());
        }
    }

    /** CRC-32 and size modulo 2³², both little-endian. */
    private byte[] trailer() {
        return ByteBuffer.allocate(TRAILER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(crc.value())
                .putInt((int) size)
                .array();
    }

    /** Returns the number of bytes of header and trailer. */
    static int overhead() {
        return HEADER.length + TRAILER_BYTES;
    }
}
