package io.github.artifactpublisher.digest;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The composite SHA-256 checksum of a multipart upload: the SHA-256 of the concatenated SHA-256s of the parts, 32 bytes
 * each (S3 "Checking object integrity").
 *
 * @param sha256 the SHA-256 of the parts' SHA-256s
 * @param parts the number of parts
 */
public record CompositeSha256(Sha256 sha256, int parts) {
    /** Computes the checksum from those of the parts. */
    public static CompositeSha256 of(List<Sha256> parts) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        parts.forEach(part -> digest.update(HexDigits.bytes(part.hex())));
        return new CompositeSha256(Sha256.of(digest.digest()), parts.size());
    }

    /** Parses the value of an {@code x-amz-checksum-sha256} header; empty if the checksum is not a composite one. */
    public static Optional<CompositeSha256> parse(String header) {
        int dash = header.lastIndexOf('-');
        return dash < 0
                ? Optional.empty()
                : Optional.of(new CompositeSha256(
                        Sha256.ofBase64(header.substring(0, dash)), Integer.parseInt(header.substring(dash + 1))));
    }

    /** Returns the value for the header: base64 of the 32 bytes, a dash, the number of parts. */
    @Override
    public String toString() {
        return sha256.base64() + "-" + parts;
    }
}
