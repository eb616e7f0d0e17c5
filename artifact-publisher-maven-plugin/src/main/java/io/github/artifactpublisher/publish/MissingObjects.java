package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.ChecksumFile;
import io.github.artifactpublisher.manifest.ChecksumFileWriter;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.manifest.ManifestEntry;
import io.github.artifactpublisher.plan.PlanException;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.SourceFile;
import io.github.artifactpublisher.transfer.UploadRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Uploads missing objects of a set that is written once to the keys in its manifest. A lifecycle rule or a person may
 * have deleted them. The manifest does not change.
 */
final class MissingObjects {
    private final PublishContext context;
    private final KeyPrefix prefix;

    MissingObjects(PublishContext context, KeyPrefix prefix) {
        this.context = context;
        this.prefix = prefix;
    }

    /** An object that must exist: its file, its entry in the manifest, and its key. */
    private record Expected(PlannedObject planned, ManifestEntry entry, ObjectKey key) {}

    /**
     * Uploads the missing objects and the checksum file. Only reports it if the credentials may not list.
     *
     * @param existing with a manifest of exactly the planned files
     * @throws PlanException if a file has changed since it was compared with the manifest
     */
    void restore(ExistingManifest existing) {
        Manifest manifest = existing.manifest().orElseThrow();
        List<PlannedObject> files = context.plan().objects();
        ManifestMatcher entries = ManifestMatcher.of(manifest, files);
        List<Expected> expected = files.stream()
                .flatMap(file -> entries.entryOf(file).stream().flatMap(entry -> expected(manifest, entry, file)))
                .toList();
        ChecksumFile checksums = ChecksumFile.of(prefix, manifest.objects());
        List<ObjectKey> keys = Stream.concat(expected.stream().map(Expected::key), Stream.of(checksums.key()))
                .toList();
        context.list(prefix, keys, PublishEvent.MissingObjectsUnknown::new).ifPresent(there -> {
            List<Expected> missing = expected.stream()
                    .filter(object -> object.entry().isLost(there.at(object.key())))
                    .toList();
            if (!missing.isEmpty()) {
                upload(manifest, missing);
            }
            if (there.at(checksums.key()).filter(checksums::isIn).isEmpty()) {
                new ChecksumFileWriter(context.store(), context.put(), prefix).restore(existing);
            }
        });
    }

    /**
     * In place, an object at a fallback key also exists at its usual key. A manifest that was copied from another
     * prefix names objects there, which this build must not write.
     */
    private Stream<Expected> expected(Manifest manifest, ManifestEntry entry, PlannedObject planned) {
        Stream<ObjectKey> usual = manifest.layout().equals(Optional.of(Layout.IN_PLACE))
                ? Stream.of(prefix.key(planned.name()))
                : Stream.empty();
        return Stream.concat(Stream.of(entry.key()), usual)
                .distinct()
                .filter(prefix::contains)
                .map(key -> new Expected(planned, entry, key));
    }

    private void upload(Manifest manifest, List<Expected> missing) {
        context.report(new PublishEvent.MissingObjectsRestored(
                context.address(prefix), manifest.build().name(), missing.size()));
        requireSameBytes(
                missing,
                context.uploadToPublishedSet(missing.stream()
                        .map(object -> UploadRequest.replacing(object.planned(), object.key()))
                        .toList()));
    }

    /** The same file gives the same bytes, so other bytes prove that the file has changed. */
    private static void requireSameBytes(List<Expected> missing, List<PublishedObject> uploaded) {
        Map<ObjectKey, Digests> stored = new HashMap<>();
        uploaded.forEach(object -> stored.put(object.key(), object.stored()));
        for (Expected object : missing) {
            if (!object.entry().stored().digests().equals(stored.get(object.key()))) {
                throw new SourceFile(object.planned()).changed();
            }
        }
    }
}
