package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.ObjectKey;

/** Told of the progress of a publication, from several threads at once. */
public interface PublishListener {
    /** An object stands and is verified. */
    void published(PublishedObject object);

    /**
     * A set stands at a target by this publication: told when all have been published, or when another fails.
     *
     * @param set complete, as far as nobody replaces it
     */
    default void stands(PublishedSet set) {}

    /**
     * An object is sent again, since what arrived was not what was sent.
     *
     * @param mismatch what did not agree
     */
    void sentAgain(ObjectKey key, IntegrityException.Mismatch mismatch);

    /**
     * An object that failed had been begun in parts, and the store was asked in vain to forget them: they stay there
     * and may be billed.
     */
    void partsLeft(ObjectKey key, RuntimeException cause);

    /** It was asked in vain what an earlier run may have left in parts; of interest to whoever looks for a fault. */
    default void leftPartsUnknown(RuntimeException cause) {}

    /** Something that should be told, and that ends nothing. */
    default void noticed(Notice notice) {}
}
