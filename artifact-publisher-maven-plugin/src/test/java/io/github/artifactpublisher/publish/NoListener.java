package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.integrity.IntegrityException.Mismatch;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.transfer.PublishedObject;

/** Ignores all events. */
public final class NoListener implements PublishListener {
    @Override
    public void published(PublishedObject object) {}

    @Override
    public void sentAgain(ObjectKey key, Mismatch mismatch) {}

    @Override
    public void partsLeft(ObjectKey key, RuntimeException cause) {}
}
