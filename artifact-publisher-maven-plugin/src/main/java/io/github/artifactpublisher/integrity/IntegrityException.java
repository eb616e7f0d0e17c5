package io.github.artifactpublisher.integrity;

/** Thrown if an object in the store differs from the sent bytes, also after the second upload. */
public final class IntegrityException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String location;
    private final transient Mismatch mismatch;
    private final ManifestState manifest;

    /**
     * Creates the exception for an object that was uploaded before the manifest.
     *
     * @param file the uploaded file, as the user knows it
     * @param location the object: {@code s3://bucket/key}
     * @param cause may be null
     */
    public IntegrityException(String file, String location, Mismatch mismatch, Throwable cause) {
        this(file, location, mismatch, ManifestState.NOT_WRITTEN, cause);
    }

    private IntegrityException(
            String file, String location, Mismatch mismatch, ManifestState manifest, Throwable cause) {
        super(file + " at " + location + ": " + mismatch, cause);
        this.file = file;
        this.location = location;
        this.mismatch = mismatch;
        this.manifest = manifest;
    }

    /** The state of the manifest of the set. */
    public enum ManifestState {
        /** This build has not written the manifest. */
        NOT_WRITTEN,
        /** The manifest exists; the damaged object is listed in it, or is its checksum file. */
        WRITTEN,
        /** The damaged object is the manifest. */
        UNCERTAIN
    }

    /** Returns the same failure with another state of the manifest. */
    public IntegrityException withManifest(ManifestState state) {
        return new IntegrityException(file, location, mismatch, state, this);
    }

    /**
     * Two values that should be equal.
     *
     * @param measure the compared value, such as {@code ETag}
     * @param expected the value of the sent bytes
     * @param received the value that the store returned
     */
    public record Mismatch(String measure, String expected, String received) {
        @Override
        public String toString() {
            return measure + ": expected " + expected + ", received " + received;
        }
    }

    /** The state of the manifest. */
    public ManifestState manifest() {
        return manifest;
    }

    /** The uploaded file, as the user knows it. */
    public String file() {
        return file;
    }

    /** The bucket and key: {@code s3://bucket/key}. */
    public String location() {
        return location;
    }

    /** The compared value, expected and received. */
    public Mismatch mismatch() {
        return mismatch;
    }
}
