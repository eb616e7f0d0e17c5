package io.github.artifactpublisher.digest;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The SHA-256 that S3 keeps with an object that was put in parts: that of the parts' SHA-256s, the 32 bytes of each in
 * their order (S3 "Checking object integrity", composite checksums).
 *
 * @param sha256 the digest of the digests
 * @param parts their number
 */
public record Sha256OfParts(Sha256 sha256, int parts) {
    /** Computes it. */
    public static Sha256OfParts of(List<Sha256> parts) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        parts.forEach(part -> digest.update(HexDigits.bytes(part.hex())));
        return new Sha256OfParts(Sha256.of(digest.digest()), parts.size());
    }

    /** Parses the value of an {@code x-amz-checksum-sha256} header; empty if it is not one of parts. */
    public static Optional<Sha256OfParts> parse(String header) {
        int dash = header.lastIndexOf('-');
        return dash < 0
                ? Optional.empty()
                : Optional.of(new Sha256OfParts(
                        Sha256.ofBase64(header.substring(0, dash)), Integer.parseInt(header.substring(dash + 1))));
    }

    /** As the header has it: base64 of the 32 bytes, a dash, the number of parts. */
    @Override
    public String toString() {
        return sha256.base64() + "-" + parts;
    }
}
