package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.store.StoreException;

/** The manifest was sent, the answer was lost, and it cannot be read: it is not known whether it is published. */
public final class UncertainManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String location;
    private final StoreException lost;

    /**
     * Makes the exception.
     *
     * @param lost what came in place of an answer
     * @param unread why the manifest cannot be read
     */
    UncertainManifestException(String location, StoreException lost, StoreException unread) {
        super(location + " may be published", lost);
        this.location = location;
        this.lost = lost;
        addSuppressed(unread);
    }

    /** The manifest: {@code s3://bucket/prefix/manifest.json}. */
    public String location() {
        return location;
    }

    /** What came in place of an answer. */
    public StoreException lost() {
        return lost;
    }
}
