package io.github.artifactpublisher.publish;

/** What the store has, or says it has, is not what was sent, and sending it again did not help. */
public final class IntegrityException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String location;
    private final transient Mismatch mismatch;

    IntegrityException(String file, String location, Mismatch mismatch) {
        super(file + " at " + location + ": " + mismatch);
        this.file = file;
        this.location = location;
        this.mismatch = mismatch;
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
