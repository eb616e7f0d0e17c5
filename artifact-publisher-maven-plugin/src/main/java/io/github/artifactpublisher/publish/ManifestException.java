package io.github.artifactpublisher.publish;

/** A manifest stands that cannot be understood, so that nothing is known of the set it is of. */
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String location;
    private final String reason;

    ManifestException(String location, String reason, Throwable cause) {
        super(location + " " + reason, cause);
        this.location = location;
        this.reason = reason;
    }

    /** Where it stands: {@code s3://bucket/key}. */
    public String location() {
        return location;
    }

    /** What is wrong with it, as the end of a sentence that begins with it. */
    public String reason() {
        return reason;
    }
}
