package io.github.artifactpublisher.digest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An input stream that computes the digests of the bytes read from it. Closes the underlying stream. Not thread-safe.
 */
public final class DigestingInputStream extends FilterInputStream {
    private final Digester digester = new Digester();

    /** Creates a stream that reads from the given one. */
    public DigestingInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            digester.update(bytes, offset, count);
        }
        return count;
    }

    /** Reads the skipped bytes, because the digests include them. */
    @Override
    public long skip(long count) throws IOException {
        return read(new byte[(int) Math.min(count, 8192)], 0, (int) Math.min(count, 8192));
    }

    /** Returns false: after a reset, bytes would be digested twice. */
    @Override
    public boolean markSupported() {
        return false;
    }

    /** Returns the digests of all bytes read. Call it once, at the end. */
    public Digests digests() {
        return digester.digests();
    }
}
