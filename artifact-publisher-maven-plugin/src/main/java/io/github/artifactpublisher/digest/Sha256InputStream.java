package io.github.artifactpublisher.digest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Counts the bytes that are read through it and takes their CRC-32 and SHA-256: of a file that is sent gzipped nobody
 * asks the MD5, which costs more than twice as much. Closing it closes the stream below. Not thread-safe.
 */
public final class Sha256InputStream extends FilterInputStream {
    private final CRC32 crc32 = new CRC32();
    private Optional<MessageDigest> sha256 = Optional.of(DigestUtils.getSha256Digest());
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
            crc32.update(bytes, offset, count);
            sha256.ifPresent(digest -> digest.update(bytes, offset, count));
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

    /** Takes no SHA-256 of what is still to be read, for somebody who has it from elsewhere. */
    public void leaveSha256() {
        sha256 = Optional.empty();
    }

    /** The CRC-32 of all that was read so far. */
    public int crc32() {
        return (int) crc32.getValue();
    }

    /** The SHA-256 of all that was read, unless it was left; to be called once, at the end. */
    public Optional<Sha256> sha256() {
        return sha256.map(MessageDigest::digest).map(Sha256::of);
    }
}
