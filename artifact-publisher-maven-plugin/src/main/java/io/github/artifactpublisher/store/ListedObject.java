package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.ObjectKey;
import java.time.Instant;
import java.util.Optional;

/**
 * An object as a listing tells of it.
 *
 * @param key where it stands
 * @param size its bytes
 * @param etag its ETag, if the server gave one
 * @param lastModified when it was written, by the server's clock
 */
public record ListedObject(ObjectKey key, long size, Optional<ETag> etag, Instant lastModified) {}
