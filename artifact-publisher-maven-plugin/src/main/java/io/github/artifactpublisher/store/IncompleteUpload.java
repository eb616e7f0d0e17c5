package io.github.artifactpublisher.store;

import io.github.artifactpublisher.layout.ObjectKey;
import java.time.Instant;

/**
 * A multipart upload that was initiated, and neither completed nor aborted. A build may still be using it.
 *
 * @param key the key of the future object
 * @param uploadId the server's id of the upload
 * @param initiated the time of its start, by the server's clock
 */
public record IncompleteUpload(ObjectKey key, String uploadId, Instant initiated) {}
