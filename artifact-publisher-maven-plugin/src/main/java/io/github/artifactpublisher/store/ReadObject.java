package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.ETag;
import java.util.Optional;

/**
 * A small object in memory.
 *
 * @param bytes its bytes, which must not be changed
 * @param etag its ETag, if the server gives one
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReadObject(byte[] bytes, Optional<ETag> etag) {}
