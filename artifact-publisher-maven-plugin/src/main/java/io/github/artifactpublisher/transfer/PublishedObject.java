package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.integrity.VerificationMethod;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.store.ExistingObjects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An object of a published set, verified.
 *
 * @param planned the file
 * @param key the key of the object
 * @param originalSize the size of the file in bytes, as read
 * @param originalSha256 the SHA-256 of the file, as read
 * @param stored the size and digests of the stored bytes
 * @param partSize the size in bytes of all parts except the last one; empty if it was uploaded by a single PUT
 * @param etag the ETag, if the store gave one
 * @param versionId the version, if the bucket keeps versions
 * @param method how it was verified
 * @param unchanged whether it existed before and was not uploaded
 */
public record PublishedObject(
        PlannedObject planned,
        ObjectKey key,
        long originalSize,
        Sha256 originalSha256,
        Digests stored,
        OptionalLong partSize,
        Optional<ETag> etag,
        Optional<String> versionId,
        VerificationMethod method,
        boolean unchanged) {
    /** Whether the object exists as it was uploaded. */
    public boolean isIn(ExistingObjects existing) {
        return existing.has(key, stored, etag);
    }
}
