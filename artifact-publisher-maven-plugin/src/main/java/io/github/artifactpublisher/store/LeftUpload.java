package io.github.artifactpublisher.store;

import io.github.artifactpublisher.layout.ObjectKey;
import java.time.Instant;

/**
 * An upload in parts that was begun, and neither completed nor aborted: it is under way, or whoever began it is gone.
 *
 * @param key where its object was to stand
 * @param uploadId the server's name for it
 * @param begun when it was begun, by the server's clock
 */
public record LeftUpload(ObjectKey key, String uploadId, Instant begun) {}
