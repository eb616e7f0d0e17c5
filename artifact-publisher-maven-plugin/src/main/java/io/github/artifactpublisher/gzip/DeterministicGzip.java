package io.github.artifactpublisher.gzip;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Compresses into one gzip member (RFC 1952) that depends on the input and the level alone: no name, no time, and the
 * operating system byte 255 ("unknown").
 *
 * <p>{@link java.util.zip.GZIPOutputStream} will not do: the header that it writes has changed between JDKs. Not
 * thread-safe. Closing it closes the stream below.
 */
public final class DeterministicGzip extends FilterOutputStream {
    /** Magic, method deflate, no flags, mtime 0, no extra flags, operating system unknown. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int BUFFER_BYTES = 64 * 1024;

    private final CRC32 crc = new CRC32();
    private final Deflater deflater;
    private final DeflaterOutputStream deflated;
    private long size;
    private boolean closed;

    /**
     * Writes the header.
     *
     * @param out takes the gzip member
     * @param level 1 (fastest) to 9 (smallest)
     */
    public DeterministicGzip(OutputStream out, int level) throws IOException {
        super(out);
        if (level < Deflater.BEST_SPEED || level > Deflater.BEST_COMPRESSION) {
            throw new IllegalArgumentException("A gzip level is 1 to 9, not " + level);
        }
        out.write(HEADER);
        deflater = new Deflater(level, true);
        deflated = new DeflaterOutputStream(out, deflater, BUFFER_BYTES);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        deflated.write(bytes, offset, length);
        crc.update(bytes, offset, length);
        size += length;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (OutputStream closing = out) {
            deflated.finish();
            closing.write(trailer());
        } finally {
            deflater.end();
        }
    }

    /** CRC-32 and the size modulo 2³², both with the low byte first. */
    private byte[] trailer() {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .putInt((int) size)
                .array();
    }
}
