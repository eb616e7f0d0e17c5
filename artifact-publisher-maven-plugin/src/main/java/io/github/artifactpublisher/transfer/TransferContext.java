package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.integrity.VerifiedPut;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.store.ObjectStore;

/**
 * The values that all transfers of a publication share.
 *
 * @param store the store to upload to
 * @param put uploads and verifies bodies
 * @param limits limits of memory and of parallel uploads
 * @param listener receives the events
 * @param build the build whose commit and URL are stored with each object
 * @param digests the sizes and SHA-256 of the files before the upload
 */
public record TransferContext(
        ObjectStore store,
        VerifiedPut put,
        TransferLimits limits,
        TransferListener listener,
        BuildFacts build,
        SourceDigests digests) {}
