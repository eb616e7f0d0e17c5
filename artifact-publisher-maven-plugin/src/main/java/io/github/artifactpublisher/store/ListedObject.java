package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.ObjectKey;
import java.time.Instant;
import java.util.Optional;

/**
 * An object in a listing, or the answer to a HEAD request.
 *
 * @param key its key
 * @param size its size in bytes
 * @param etag its ETag, if the server gives one
 * @param lastModified the time it was written, by the server's clock
 */
public record ListedObject(ObjectKey key, long size, Optional<ETag> etag, Instant lastModified) {}
