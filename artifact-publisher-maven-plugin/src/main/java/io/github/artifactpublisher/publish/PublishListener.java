package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.ObjectKey;

/** Told of the progress of a publication, from several threads at once. */
public interface PublishListener {
    /** An object stands and is verified. */
    void published(PublishedObject object);

    /**
     * An object is sent again, since what arrived was not what was sent.
     *
     * @param mismatch what did not agree
     */
    void sentAgain(ObjectKey key, IntegrityException.Mismatch mismatch);
}
