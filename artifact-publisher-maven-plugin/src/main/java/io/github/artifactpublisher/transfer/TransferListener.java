package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.integrity.MismatchListener;
import io.github.artifactpublisher.layout.ObjectKey;

/** Receives the events of the transfer of files, from several threads at once. */
public interface TransferListener extends MismatchListener {
    /** An object is uploaded and verified. */
    void uploaded(PublishedObject object);

    /**
     * The upload of an object in parts has failed, and the store could not abort it. The parts stay there and may be
     * billed.
     */
    void abortFailed(ObjectKey key, RuntimeException cause);
}
