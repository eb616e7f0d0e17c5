package io.github.artifactpublisher.publish;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far up the ladder of integrity an object was verified. On every rung the server has checked the Content-MD5 of
 * the bytes that it received; a rung says what was compared with the bytes that we sent, once the server had stored
 * them.
 */
public enum Rung {
    /** The ETag is the MD5 of the bytes sent. */
    ETAG("etag"),
    /** The ETag is that of the MD5s of the parts sent. */
    ETAG_OF_PARTS("etag-of-parts"),
    /** The SHA-256 that the store keeps is that of the SHA-256s of the parts sent. */
    SHA256_OF_PARTS("sha256-of-parts"),
    /** The SHA-256 that the store keeps is that of the bytes sent. */
    SHA256("sha256"),
    /** The object was read back, and the bytes are those sent. */
    READ_BACK("read-back");

    private final String label;

    Rung(String label) {
        this.label = label;
    }

    /** The rung of this name. */
    static Optional<Rung> labelled(String label) {
        return Arrays.stream(values()).filter(rung -> rung.label.equals(label)).findFirst();
    }

    /** The name in the manifest and the summary. */
    public String label() {
        return label;
    }
}
