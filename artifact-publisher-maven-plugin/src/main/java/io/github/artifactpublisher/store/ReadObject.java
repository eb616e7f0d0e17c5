package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.ETag;
import java.util.Optional;

/**
 * A small object as it was read.
 *
 * @param bytes its bytes, which nobody changes
 * @param etag its ETag, if the server gave one
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReadObject(byte[] bytes, Optional<ETag> etag) {}
