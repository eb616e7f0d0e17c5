package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.transfer.TransferListener;

/** Receives the events of a publication, from several threads at once. */
public interface PublishListener extends TransferListener {
    /** A set is published. Called when all targets are published, or when one of them has failed. */
    default void published(PublishedSet set) {}

    /** The incomplete uploads of an earlier run could not be listed or aborted. */
    default void staleUploadsUnknown(RuntimeException cause) {}

    /** Another event, which does not end the publication. */
    default void reported(PublishEvent event) {}
}
