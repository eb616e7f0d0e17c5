package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import java.util.Optional;

/**
 * What the store answered to a put. The store has compared nothing for us: whoever gets the receipt does.
 *
 * @param etag the ETag as the response gave it, if it gave one
 * @param etagIsMd5 whether the response lets the ETag be compared with the MD5 of the body; false if it names an
 *     encryption that makes the ETag something else, or the tag does not have the form of an MD5
 * @param sha256 the SHA-256 that the store says it has computed, if it says one
 * @param versionId the version of the object, if the bucket keeps versions
 */
public record Receipt(Optional<ETag> etag, boolean etagIsMd5, Optional<Sha256> sha256, Optional<String> versionId) {}
