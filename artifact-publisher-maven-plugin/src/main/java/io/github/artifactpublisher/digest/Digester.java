package io.github.artifactpublisher.digest;

import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/** Computes size, MD5 and SHA-256 of bytes in one pass. For one use only; not thread-safe. */
final class Digester {
    private final MessageDigest md5 = DigestUtils.getMd5Digest();
    private final MessageDigest sha256 = DigestUtils.getSha256Digest();
    private long size;

    void update(byte[] bytes, int offset, int length) {
        md5.update(bytes, offset, length);
        sha256.update(bytes, offset, length);
        size += length;
    }

    Digests digests() {
        return new Digests(size, Md5.of(md5.digest()), Sha256.of(sha256.digest()));
    }
}
