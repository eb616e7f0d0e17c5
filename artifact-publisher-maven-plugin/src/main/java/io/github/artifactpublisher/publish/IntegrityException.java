package io.github.artifactpublisher.publish;

/** What the store has, or says it has, is not what was sent, and sending it again did not help. */
public final class IntegrityException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String location;
    private final transient Mismatch mismatch;
    private final ManifestState manifest;

    IntegrityException(String file, String location, Mismatch mismatch) {
        this(
                file,
                location,
                mismatch,
                file.equals(SetFiles.MANIFEST) ? ManifestState.UNCERTAIN : ManifestState.NOT_WRITTEN,
                null);
    }

    private IntegrityException(
            String file, String location, Mismatch mismatch, ManifestState manifest, Throwable cause) {
        super(file + " at " + location + ": " + mismatch, cause);
        this.file = file;
        this.location = location;
        this.mismatch = mismatch;
        this.manifest = manifest;
    }

    /** What has become of the manifest of the set. */
    public enum ManifestState {
        /** This build has not written it. */
        NOT_WRITTEN,
        /** It stands, and names the object, or is that of the list of sums. */
        STANDS,
        /** It is the object that is not right. */
        UNCERTAIN
    }

    /** The same of an object that was sent when the manifest of its set stood. */
    IntegrityException withManifest() {
        return new IntegrityException(file, location, mismatch, ManifestState.STANDS, this);
    }

    /**
     * Two values that should be the same.
     *
     * @param measure what was compared, such as {@code ETag}
     * @param expected of the bytes sent
     * @param received of the store
     */
    public record Mismatch(String measure, String expected, String received) {
        @Override
        public String toString() {
            return measure + ": expected " + expected + ", received " + received;
        }
    }

    /** What has become of the manifest. */
    public ManifestState manifest() {
        return manifest;
    }

    /** The file that was sent, as the user knows it. */
    public String file() {
        return file;
    }

    /** The bucket and key: {@code s3://bucket/key}. */
    public String location() {
        return location;
    }

    /** What was compared, and both values. */
    public Mismatch mismatch() {
        return mismatch;
    }
}
