package io.github.artifactpublisher.integrity;

import io.github.artifactpublisher.integrity.IntegrityException.Mismatch;
import io.github.artifactpublisher.layout.ObjectKey;

/** Receives an event when an object is uploaded once more. Called from several threads. */
@FunctionalInterface
public interface MismatchListener {
    /**
     * The stored bytes differ from the sent ones, so the object is uploaded once more.
     *
     * @param mismatch the two values that differ
     */
    void uploadedAgain(ObjectKey key, Mismatch mismatch);
}
