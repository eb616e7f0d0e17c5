package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.layout.ObjectKey;

/** Receives the events of the transfer of files, from several threads at once. */
public interface TransferListener {
    /** An object is stored and verified. */
    void published(PublishedObject object);

    /**
     * An object is uploaded again, because the stored bytes differ from those that were sent.
     *
     * @param mismatch the values that differ
     */
    void sentAgain(ObjectKey key, IntegrityException.Mismatch mismatch);

    /**
     * The upload of an object in parts has failed, and the store could not be told to abort it: its parts stay there
     * and may be billed.
     */
    void partsLeft(ObjectKey key, RuntimeException cause);
}
