package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.ObjectKey;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Remembers the objects that a publication has uploaded, also if it fails, and passes on all that it is told. */
final class RecordedUploads implements PublishListener {
    private final PublishListener next;
    private final Queue<PublishedObject> uploaded = new ConcurrentLinkedQueue<>();

    RecordedUploads(PublishListener next) {
        this.next = next;
    }

    /** The objects so far; of one key the last counts. */
    List<PublishedObject> uploaded() {
        return List.copyOf(uploaded);
    }

    @Override
    public void published(PublishedObject object) {
        uploaded.add(object);
        next.published(object);
    }

    @Override
    public void stands(PublishedSet set) {
        next.stands(set);
    }

    @Override
    public void sentAgain(ObjectKey key, IntegrityException.Mismatch mismatch) {
        next.sentAgain(key, mismatch);
    }

    @Override
    public void partsLeft(ObjectKey key, RuntimeException cause) {
        next.partsLeft(key, cause);
    }

    @Override
    public void leftPartsUnknown(RuntimeException cause) {
        next.leftPartsUnknown(cause);
    }

    @Override
    public void noticed(Notice notice) {
        next.noticed(notice);
    }
}
