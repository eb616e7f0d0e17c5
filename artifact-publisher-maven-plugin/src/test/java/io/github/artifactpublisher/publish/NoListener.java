package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.integrity.IntegrityException.Mismatch;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.transfer.PublishedObject;

/** Ignores all events. */
public final class NoListener implements PublishListener {
    @Override
    public void uploaded(PublishedObject object) {}

    @Override
    public void uploadedAgain(ObjectKey key, Mismatch mismatch) {}

    @Override
    public void copyDiffers(ObjectKey key, Mismatch mismatch) {}

    @Override
    public void abortFailed(ObjectKey key, RuntimeException cause) {}
}
