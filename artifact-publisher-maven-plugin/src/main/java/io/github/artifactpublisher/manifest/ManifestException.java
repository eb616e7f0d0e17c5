package io.github.artifactpublisher.manifest;

/** Thrown if a manifest exists that cannot be parsed, so that nothing is known about its set. */
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String location;
    private final String reason;

    /**
     * Creates the exception.
     *
     * @param location the manifest: {@code s3://bucket/key}
     * @param reason why it cannot be parsed, as the end of a sentence that begins with the location; without text of
     *     the manifest
     * @param cause may be null
     */
    public ManifestException(String location, String reason, Throwable cause) {
        super(location + " " + reason, cause);
        this.location = location;
        this.reason = reason;
    }

    /** The manifest: {@code s3://bucket/key}. */
    public String location() {
        return location;
    }

    /** The reason, as the end of a sentence that begins with the location. */
    public String reason() {
        return reason;
    }
}
