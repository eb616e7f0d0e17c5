package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.store.StoreException;

/**
 * A manifest stands at an address that is written once, and these credentials may not read it: it is that of another
 * run, or, if an answer was lost, this one's own.
 */
public final class UnreadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String location;

    UnreadException(String location, StoreException cause) {
        super(location + " stands and may not be read", cause);
        this.location = location;
    }

    /** Where the manifest stands: {@code s3://bucket/prefix/manifest.json}. */
    public String location() {
        return location;
    }
}
