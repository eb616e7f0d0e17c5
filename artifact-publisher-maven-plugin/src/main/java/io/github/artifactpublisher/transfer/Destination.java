package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.layout.ObjectKey;
import java.util.Optional;

/**
 * The key that an object is uploaded to.
 *
 * @param key the key
 * @param fallback the key to use if another object exists at the first one; empty if the object replaces it
 */
public record Destination(ObjectKey key, Optional<ObjectKey> fallback) {
    /** Returns a destination where the object replaces any other one. */
    public static Destination replacing(ObjectKey key) {
        return new Destination(key, Optional.empty());
    }

    /**
     * Returns a destination where the object replaces no other one.
     *
     * @param fallback a key that no other build writes, used if an object with other bytes exists at the key
     */
    public static Destination writtenOnce(ObjectKey key, ObjectKey fallback) {
        return new Destination(key, Optional.of(fallback));
    }

    boolean isWrittenOnce() {
        return fallback.isPresent();
    }
}
