package io.github.artifactpublisher.store;

import io.github.artifactpublisher.layout.ObjectKey;
import java.util.List;
import java.util.Map;

/** Deletes objects. Thread-safe; {@link ObjectStore} says how requests are retried and fail. */
public interface ObjectRemover extends ObjectLocator {
    /**
     * Deletes objects. Objects that do not exist count as deleted.
     *
     * @return the objects that the store did not delete, each with its reason
     */
    Map<ObjectKey, String> delete(List<ObjectKey> keys);

    /** Aborts a multipart upload. Succeeds if it no longer exists. */
    void abort(IncompleteUpload upload);
}
