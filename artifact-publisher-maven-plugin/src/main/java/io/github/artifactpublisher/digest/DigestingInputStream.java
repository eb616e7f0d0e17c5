package io.github.artifactpublisher.digest;

import java.io.InputStream;

/**
 * An input stream that computes the digests of the bytes read from it. Closes the underlying stream. Not thread-safe.
 */
public final class DigestingInputStream extends ReadingStream {
    private final Digester digester = new Digester();

    /** Creates a stream that reads from the given one. */
    public DigestingInputStream(InputStream in) {
        super(in);
    }

    @Override
    void update(byte[] bytes, int offset, int length) {
        digester.update(bytes, offset, length);
    }

    /** Returns the digests of all bytes read. Call it once, at the end. */
    public Digests digests() {
        return digester.digests();
    }
}
