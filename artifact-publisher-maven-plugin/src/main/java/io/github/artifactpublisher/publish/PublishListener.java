package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.transfer.TransferListener;

/** Receives the events of a publication, from several threads at once. */
public interface PublishListener extends TransferListener {
    /**
     * This publication has published a set at a target. Called when all targets are published, or when one has failed.
     *
     * @param set complete, unless another build replaces it
     */
    default void stands(PublishedSet set) {}

    /** The uploads in parts that an earlier run has left could not be listed or aborted. */
    default void leftPartsUnknown(RuntimeException cause) {}

    /** Something happened that is logged and does not end the publication. */
    default void noticed(Notice notice) {}
}
