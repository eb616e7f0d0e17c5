package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.layout.ObjectKey;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Records the objects that a publication has uploaded, even if it fails, and passes all events on. */
public final class UploadRecorder implements TransferListener {
    private final TransferListener next;
    private final Queue<PublishedObject> uploaded = new ConcurrentLinkedQueue<>();

    /**
     * Makes a recorder.
     *
     * @param next receives all events, too
     */
    public UploadRecorder(TransferListener next) {
        this.next = next;
    }

    /** Returns the objects so far; the last one counts if a key occurs twice. */
    public List<PublishedObject> uploaded() {
        return List.copyOf(uploaded);
    }

    @Override
    public void published(PublishedObject object) {
        uploaded.add(object);
        next.published(object);
    }

    @Override
    public void sentAgain(ObjectKey key, IntegrityException.Mismatch mismatch) {
        next.sentAgain(key, mismatch);
    }

    @Override
    public void partsLeft(ObjectKey key, RuntimeException cause) {
        next.partsLeft(key, cause);
    }
}
