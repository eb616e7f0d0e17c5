package io.github.artifactpublisher.manifest;

import io.github.artifactpublisher.store.StoreException;

/**
 * Thrown if the answer to the upload of a manifest was lost, and the manifest cannot be read: it may be published or
 * not.
 */
public final class UncertainManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String location;
    private final StoreException lost;

    /**
     * Creates the exception.
     *
     * @param location the manifest: {@code s3://bucket/prefix/manifest.json}
     * @param lost the failure of the upload
     * @param unread the failure of the read
     */
    public UncertainManifestException(String location, StoreException lost, StoreException unread) {
        super(location + " may be published", lost);
        this.location = location;
        this.lost = lost;
        addSuppressed(unread);
    }

    /** The manifest: {@code s3://bucket/prefix/manifest.json}. */
    public String location() {
        return location;
    }

    /** The failure of the upload. */
    public StoreException lost() {
        return lost;
    }
}
