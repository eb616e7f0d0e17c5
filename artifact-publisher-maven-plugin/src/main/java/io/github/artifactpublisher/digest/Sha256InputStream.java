package io.github.artifactpublisher.digest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An input stream that computes size and SHA-256 of the bytes read from it, without the MD5: an MD5 is not needed for
 * the original of a compressed file, and computing it takes more than twice as long. Closes the underlying stream. Not
 * thread-safe.
 */
public final class Sha256InputStream extends FilterInputStream {
    private final MessageDigest sha256 = DigestUtils.getSha256Digest();
    private long size;

    /** Creates a stream that reads from the given one. */
    public Sha256InputStream(InputStream in) {
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
            sha256.update(bytes, offset, count);
            size += count;
        }
        return count;
    }

    /** Reads the skipped bytes, because the digest includes them. */
    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 8192)], 0, (int) Math.min(count, 8192)));
    }

    /** Returns false: after a reset, bytes would be digested twice. */
    @Override
    public boolean markSupported() {
        return false;
    }

    /** Returns the number of bytes read so far. */
    public long size() {
        return size;
    }

    /** Returns the SHA-256 of all bytes read. Call it once, at the end. */
    public Sha256 sha256() {
        return Sha256.of(sha256.digest());
    }
}
