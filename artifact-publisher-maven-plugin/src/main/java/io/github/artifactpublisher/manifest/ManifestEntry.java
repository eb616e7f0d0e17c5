package io.github.artifactpublisher.manifest;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.integrity.VerificationMethod;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.ListedObject;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An object of a {@link Manifest}, and the file that it was made of. Immutable.
 *
 * @param key the key of the object
 * @param name the name of the file
 * @param size the size of the file in bytes
 * @param sha256 the SHA-256 of the file
 * @param executable whether the owner of the file may execute it
 * @param artifact the Maven coordinates, if the file is an artifact
 * @param contentType the Content-Type of the object
 * @param contentEncoding the Content-Encoding of the object
 * @param encoding how the object was made of the file
 * @param attributes a digest of how the object is stored; if it differs, the file is uploaded again
 * @param stored the object as it was stored
 */
public record ManifestEntry(
        ObjectKey key,
        String name,
        long size,
        Sha256 sha256,
        boolean executable,
        Optional<Artifact> artifact,
        Optional<String> contentType,
        Optional<String> contentEncoding,
        Encoding encoding,
        Optional<String> attributes,
        Stored stored) {
    /** Maven coordinates. */
    public record Artifact(
            String groupId, String artifactId, String version, Optional<String> classifier, String extension) {}

    /** How an object is made of a file. */
    public enum Encoding {
        /** The object is the gzipped file (RFC 1952). */
        GZIP("gzip"),
        /** The object is the file. */
        IDENTITY("identity");

        private final String label;

        Encoding(String label) {
            this.label = label;
        }

        static Encoding fromLabel(String label) {
            return Arrays.stream(values())
                    .filter(encoding -> encoding.label.equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(label));
        }

        /** The name in the manifest. */
        public String label() {
            return label;
        }
    }

    /**
     * An object as it was stored.
     *
     * @param digests the digests of its bytes
     * @param partSize the size in bytes of each part but the last; empty if it was uploaded in one piece
     * @param etag the ETag that the store returned
     * @param versionId its version, if the bucket keeps versions
     * @param verifiedBy how it was verified; empty if the method is not known
     */
    public record Stored(
            Digests digests,
            OptionalLong partSize,
            Optional<ETag> etag,
            Optional<String> versionId,
            Optional<VerificationMethod> verifiedBy) {}

    /** Whether a listing shows the object as it was stored. An object without an ETag in the manifest passes. */
    public boolean isIn(Optional<ListedObject> listed) {
        return stored.etag()
                .map(etag -> ofSameSize(listed)
                        .flatMap(ListedObject::etag)
                        .filter(etag::matches)
                        .isPresent())
                .orElse(true);
    }

    /**
     * Whether a listing shows that the object is missing or was certainly overwritten. An ETag that is not an MD5 does
     * not count: the same bytes can get another one when they are uploaded again.
     */
    public boolean isLost(Optional<ListedObject> listed) {
        return ofSameSize(listed)
                .filter(there -> there.etag().filter(this::differs).isEmpty())
                .isEmpty();
    }

    private Optional<ListedObject> ofSameSize(Optional<ListedObject> listed) {
        return listed.filter(there -> there.size() == stored.digests().size());
    }

    private boolean differs(ETag existing) {
        return stored.etag()
                        .filter(etag -> etag.matches(stored.digests().md5()))
                        .isPresent()
                && !existing.matches(stored.digests().md5());
    }
}
