package io.github.artifactpublisher.digest;

import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.binary.Hex;

/**
 * An MD5 digest (RFC 1321).
 *
 * @param hex 32 lower-case hexadecimal digits
 */
public record Md5(String hex) {
    /** Checks the form of the digest. */
    public Md5 {
        HexDigits.require(hex, 32, "An MD5");
    }

    /** Creates a digest from its 16 bytes. */
    public static Md5 of(byte[] bytes) {
        return new Md5(Hex.encodeHexString(bytes));
    }

    /** Returns the value for a Content-MD5 header: base64 of the 16 bytes, not of the hexadecimal digits (RFC 1864). */
    public String base64() {
        return Base64.encodeBase64String(HexDigits.bytes(hex));
    }

    @Override
    public String toString() {
        return hex;
    }
}
