package io.github.artifactpublisher.digest;

import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.binary.Hex;

/**
 * A SHA-256 digest (FIPS 180-4).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {
    /** Checks the form of the digest. */
    public Sha256 {
        HexDigits.require(hex, 64, "A SHA-256");
    }

    /** Creates a digest from its 32 bytes. */
    public static Sha256 of(byte[] bytes) {
        return new Sha256(Hex.encodeHexString(bytes));
    }

    /** Returns the value for an {@code x-amz-checksum-sha256} header: base64 of the 32 bytes (S3 PutObject). */
    public String base64() {
        return Base64.encodeBase64String(HexDigits.bytes(hex));
    }

    /** Parses the value of an {@code x-amz-checksum-sha256} header. */
    public static Sha256 ofBase64(String base64) {
        return of(Base64.decodeBase64(base64));
    }

    @Override
    public String toString() {
        return hex;
    }
}
