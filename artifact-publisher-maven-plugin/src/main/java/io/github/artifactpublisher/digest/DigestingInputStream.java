package io.github.artifactpublisher.digest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Digests the bytes that are read through it. Closing it closes the stream below. Not thread-safe. */
public final class DigestingInputStream extends FilterInputStream {
    private final Digester digester = new Digester();

    /** Reads from the given stream. */
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

    /** Skipped bytes would be missing from the digests, so they are read. */
    @Override
    public long skip(long count) throws IOException {
        return read(new byte[(int) Math.min(count, 8192)], 0, (int) Math.min(count, 8192));
    }

    /** Bytes read again after a reset would be digested twice. */
    @Override
    public boolean markSupported() {
        return false;
    }

    /** The digests of all that was read; to be called once, at the end. */
    public Digests digests() {
        return digester.digests();
    }
}
