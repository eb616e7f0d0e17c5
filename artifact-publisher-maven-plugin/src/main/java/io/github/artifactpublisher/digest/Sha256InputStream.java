package io.github.artifactpublisher.digest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Counts the bytes that are read through it and takes their SHA-256: of a file that is sent gzipped nobody asks the
 * MD5, which costs more than twice as much. Closing it closes the stream below. Not thread-safe.
 */
public final class Sha256InputStream extends FilterInputStream {
    private final MessageDigest sha256 = DigestUtils.getSha256Digest();
    private long size;

    /** Reads from the given stream. */
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

    /** Skipped bytes would be missing from the digest, so they are read. */
    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 8192)], 0, (int) Math.min(count, 8192)));
    }

    /** Bytes read again after a reset would be digested twice. */
    @Override
    public boolean markSupported() {
        return false;
    }

    /** The number of bytes read so far. */
    public long size() {
        return size;
    }

    /** The SHA-256 of all that was read; to be called once, at the end. */
    public Sha256 sha256() {
        return Sha256.of(sha256.digest());
    }
}
