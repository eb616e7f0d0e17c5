package io.github.artifactpublisher.digest;

/**
 * What is known of some bytes once they have all passed by.
 *
 * @param size their number
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

    /** Digests bytes that are in memory. */
    public static Digests of(byte[] bytes) {
        Digester digester = new Digester();
        digester.update(bytes, 0, bytes.length);
        return digester.digests();
    }
}
