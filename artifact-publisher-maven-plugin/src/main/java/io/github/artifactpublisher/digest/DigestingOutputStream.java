package io.github.artifactpublisher.digest;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Digests the bytes that are written through it, so that the digests are a result of writing and nothing is read twice.
 * Closing it closes the stream below. Not thread-safe.
 */
public final class DigestingOutputStream extends FilterOutputStream {
    private final Digester digester = new Digester();

    /** Writes on to the given stream. */
    public DigestingOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        digester.update(bytes, offset, length);
    }

    /** The digests of all that was written; to be called once, at the end. */
    public Digests digests() {
        return digester.digests();
    }
}
