package io.github.artifactpublisher.digest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An input stream that digests each byte once, also the skipped ones. Closes the underlying stream. Not thread-safe.
 */
abstract class ReadingStream extends FilterInputStream {
    private static final int MAX_SKIP_BYTES = 8192;

    ReadingStream(InputStream in) {
        super(in);
    }

    /** Digests bytes that were read. */
    abstract void update(byte[] bytes, int offset, int length);

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            update(bytes, offset, count);
        }
        return count;
    }

    /** Reads the skipped bytes, because the digest includes them. */
    @Override
    public long skip(long count) throws IOException {
        int length = (int) Math.max(0, Math.min(count, MAX_SKIP_BYTES));
        return Math.max(0, read(new byte[length], 0, length));
    }

    /** Returns false: after a reset, bytes would be digested twice. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
