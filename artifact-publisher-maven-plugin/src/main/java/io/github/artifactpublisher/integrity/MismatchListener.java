package io.github.artifactpublisher.integrity;

import io.github.artifactpublisher.integrity.IntegrityException.Mismatch;
import io.github.artifactpublisher.layout.ObjectKey;

/** Receives an event when a stored object differs from the sent bytes. Called from several threads. */
public interface MismatchListener {
    /**
     * The stored bytes differ from the sent ones, so the object is uploaded once more.
     *
     * @param mismatch the two values that differ
     */
    void uploadedAgain(ObjectKey key, Mismatch mismatch);

    /**
     * The bytes of a copy within the store differ from the sent ones, so the file is uploaded instead.
     *
     * @param mismatch the two values that differ
     */
    void copyDiffers(ObjectKey key, Mismatch mismatch);
}
