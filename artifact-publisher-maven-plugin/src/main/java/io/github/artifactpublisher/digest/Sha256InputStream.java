package io.github.artifactpublisher.digest;

import java.io.InputStream;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An input stream that computes size and SHA-256 of the bytes read from it, without the MD5: an MD5 is not needed for
 * the original of a compressed file, and computing it takes more than twice as long. Closes the underlying stream. Not
 * thread-safe.
 */
public final class Sha256InputStream extends ReadingStream {
    private final MessageDigest sha256 = DigestUtils.getSha256Digest();
    private long size;

    /** Creates a stream that reads from the given one. */
    public Sha256InputStream(InputStream in) {
        super(in);
    }

    @Override
    void update(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        size += length;
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
