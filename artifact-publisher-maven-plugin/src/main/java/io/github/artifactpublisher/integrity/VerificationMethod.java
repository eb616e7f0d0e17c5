package io.github.artifactpublisher.integrity;

import java.util.Arrays;
import java.util.Optional;

/**
 * The methods to compare a stored object with the sent bytes. With each of them the server has also checked the
 * Content-MD5 of the bytes that it received (RFC 1864).
 */
public enum VerificationMethod {
    /** The ETag is the MD5 of the sent bytes. */
    ETAG("etag"),
    /** The ETag is the MD5 of the MD5s of the parts. */
    ETAG_OF_PARTS("etag-of-parts"),
    /** The store's SHA-256 is that of the SHA-256s of the parts. */
    COMPOSITE_SHA256("sha256-of-parts"),
    /** The store's SHA-256 is that of the sent bytes. */
    SHA256("sha256"),
    /** The object was downloaded, and its bytes are the sent ones. */
    READ_BACK("read-back");

    private final String label;

    VerificationMethod(String label) {
        this.label = label;
    }

    /** Finds a method by its name in the manifest. */
    public static Optional<VerificationMethod> fromLabel(String label) {
        return Arrays.stream(values())
                .filter(method -> method.label.equals(label))
                .findFirst();
    }

    /** The name in the manifest and in the summary. */
    public String label() {
        return label;
    }
}
