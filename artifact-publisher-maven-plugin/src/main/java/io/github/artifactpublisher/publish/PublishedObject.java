package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.integrity.VerificationMethod;
import io.github.artifactpublisher.layout.ObjectKey;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An object that stands in the store, verified.
 *
 * @param planned what was planned
 * @param key where it stands
 * @param originalSize the file's size in bytes, as read
 * @param originalSha256 the file's SHA-256, as read
 * @param stored the digests of the bytes as stored
 * @param partSize the size in bytes of the parts in which it was sent, but for the last; empty if in one piece
 * @param etag the ETag that the store gave it, if it gave one
 * @param versionId its version, if the bucket keeps versions
 * @param method how it was verified
 * @param unchanged whether it stood there before, and nothing was sent
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
        boolean unchanged) {}
