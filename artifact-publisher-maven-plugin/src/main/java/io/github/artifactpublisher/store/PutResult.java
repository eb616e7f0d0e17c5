package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.CompositeSha256;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import java.util.Optional;

/**
 * The answer of the store to a PUT, a copy or a completed multipart upload. Nothing in it has been compared with the
 * bytes that were sent.
 *
 * @param etag the ETag, if the response has one
 * @param etagFromMd5 whether the ETag is computed from MD5s: that of the body, or those of the parts. False if the
 *     response names an encryption that makes the ETag something else
 * @param sha256 the SHA-256 of the whole object that the store has computed, if it says one
 * @param compositeSha256 the SHA-256 made of those of the parts, if the store says one
 * @param versionId the version of the object, if the bucket keeps versions
 */
public record PutResult(
        Optional<ETag> etag,
        boolean etagFromMd5,
        Optional<Sha256> sha256,
        Optional<CompositeSha256> compositeSha256,
        Optional<String> versionId) {
    /** Returns this result with another ETag. */
    public PutResult withEtag(ETag other) {
        return new PutResult(Optional.of(other), etagFromMd5, sha256, compositeSha256, versionId);
    }

    /** Whether the ETag can be compared with the MD5 of the body. */
    public boolean etagIsMd5() {
        return etagFromMd5 && etag.map(ETag::isMd5Shaped).orElse(false);
    }

    /** Whether the ETag can be compared with that of a multipart upload with this number of parts. */
    public boolean etagIsMultipart(int parts) {
        return etagFromMd5 && etag.map(tag -> tag.isMultipart(parts)).orElse(false);
    }
}
