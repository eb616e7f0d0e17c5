package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.layout.ObjectKey;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Records the objects that a publication has uploaded, even if it fails, and passes all events on. */
public final class UploadRecorder implements TransferListener {
    private final TransferListener next;
    private final Queue<PublishedObject> objects = new ConcurrentLinkedQueue<>();

    /**
     * Creates a recorder.
     *
     * @param next receives all events, too
     */
    public UploadRecorder(TransferListener next) {
        this.next = next;
    }

    /** Returns the objects so far; the last one counts if a key occurs twice. */
    public List<PublishedObject> objects() {
        return List.copyOf(objects);
    }

    @Override
    public void uploaded(PublishedObject object) {
        objects.add(object);
        next.uploaded(object);
    }

    @Override
    public void uploadedAgain(ObjectKey key, IntegrityException.Mismatch mismatch) {
        next.uploadedAgain(key, mismatch);
    }

    @Override
    public void copyDiffers(ObjectKey key, IntegrityException.Mismatch mismatch) {
        next.copyDiffers(key, mismatch);
    }

    @Override
    public void abortFailed(ObjectKey key, RuntimeException cause) {
        next.abortFailed(key, cause);
    }
}
