package io.github.artifactpublisher.digest;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An output stream that computes the digests of the bytes written to it, so that they need not be read again. Closes
 * the underlying stream. Not thread-safe.
 */
public final class DigestingOutputStream extends FilterOutputStream {
    private final Digester digester = new Digester();

    /** Creates a stream that writes to the given one. */
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

    /** Returns the digests of all bytes written. Call it once, at the end. */
    public Digests digests() {
        return digester.digests();
    }
}
