package io.github.artifactpublisher.digest;

/**
 * Size, MD5 and SHA-256 of some bytes.
 *
 * @param size the number of bytes
 * @param md5 their MD5
 * @param sha256 their SHA-256
 */
public record Digests(long size, Md5 md5, Sha256 sha256) {
    /** Checks the size. */
    public Digests {
        if (size < 0) {
            throw new IllegalArgumentException("A size is not negative: " + size);
        }
    }

    /** Computes the digests of bytes in memory. */
    public static Digests of(byte[] bytes) {
        Digester digester = new Digester();
        digester.update(bytes, 0, bytes.length);
        return digester.digests();
    }
}
