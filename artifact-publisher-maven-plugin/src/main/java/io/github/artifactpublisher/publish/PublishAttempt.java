package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.manifest.ChecksumFile;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.store.ExistingObjects;
import io.github.artifactpublisher.transfer.PublishedObject;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt to publish a set at a target: the state of the target before the upload. Immutable.
 *
 * @param existing the manifest
 * @param unchanged the objects of the files that have not changed
 * @param listed a listing of the unchanged objects and of {@code SHA256SUMS}, if there was one
 */
record PublishAttempt(
        ExistingManifest existing, Map<PlannedObject, PublishedObject> unchanged, Optional<ExistingObjects> listed) {
    /** Copies the map. */
    PublishAttempt {
        unchanged = Map.copyOf(unchanged);
    }

    /** Returns an attempt that uploads all files. */
    static PublishAttempt ofAllFiles(ExistingManifest existing) {
        return new PublishAttempt(existing, Map.of(), Optional.empty());
    }

    /** Whether the target has this checksum file already. */
    boolean has(ChecksumFile checksums) {
        return listed.flatMap(there -> there.at(checksums.key()))
                .filter(checksums::isIn)
                .isPresent();
    }
}
