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
import io.github.artifactpublisher.transfer.Destination;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.SourceFile;
import io.github.artifactpublisher.transfer.UploadRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Objects of a set that is written once may be gone, by a lifecycle rule or by hand, while its manifest stands. Whoever
 * has the same files sends them again, to the keys that the manifest names, and leaves the manifest as it is.
 */
final class LostObjects {
    private final Publication publication;
    private final KeyPrefix prefix;

    LostObjects(Publication publication, KeyPrefix prefix) {
        this.publication = publication;
        this.prefix = prefix;
    }

    /**
     * An object that has to stand.
     *
     * @param planned the file
     * @param entry what the manifest says of it
     * @param key where
     */
    private record Expected(PlannedObject planned, ManifestEntry entry, ObjectKey key) {}

    /**
     * Sends what is missing; whoever may not list cannot know.
     *
     * @param existing with a manifest of the very files that are planned
     * @throws PlanException if a file has changed since it was compared with the manifest
     */
    void sendAgain(ExistingManifest existing) {
        Manifest manifest = existing.manifest().orElseThrow();
        List<PlannedObject> files = publication.plan().objects();
        EntriesOfFiles entries = EntriesOfFiles.of(manifest, files);
        List<Expected> expected = files.stream()
                .flatMap(file -> entries.of(file).stream().flatMap(entry -> expected(manifest, entry, file)))
                .toList();
        ChecksumFile checksums = ChecksumFile.of(prefix, manifest.objects());
        List<ObjectKey> sought = Stream.concat(expected.stream().map(Expected::key), Stream.of(checksums.key()))
                .toList();
        publication.standing(prefix, sought, Notice.SetUnseen::new).ifPresent(there -> {
            List<Expected> lost = expected.stream()
                    .filter(object -> object.entry().isLost(there.at(object.key())))
                    .toList();
            if (!lost.isEmpty()) {
                sendAgain(manifest, lost);
            }
            if (there.at(checksums.key()).filter(checksums::isIn).isEmpty()) {
                new ChecksumFileWriter(publication.store(), publication.put(), prefix).restore(existing);
            }
        });
    }

    /**
     * In place, an object that the manifest names elsewhere also exists at its usual key. A manifest that was copied
     * from another prefix names objects there, which this build must not write.
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

    private void sendAgain(Manifest manifest, List<Expected> lost) {
        publication
                .listener()
                .noticed(new Notice.LostSentAgain(
                        publication.store().address(prefix), manifest.build().name(), lost.size()));
        List<UploadRequest> files = lost.stream()
                .map(object -> new UploadRequest(object.planned(), List.of(Destination.replacing(object.key()))))
                .toList();
        requireSameBytes(lost, publication.sendToStanding(files));
    }

    /** The same file gives the same bytes, so other bytes show that the file has changed. */
    private static void requireSameBytes(List<Expected> lost, List<PublishedObject> sent) {
        Map<ObjectKey, Digests> stored = new HashMap<>();
        sent.forEach(object -> stored.put(object.key(), object.stored()));
        for (Expected object : lost) {
            if (!object.entry().stored().digests().equals(stored.get(object.key()))) {
                throw new SourceFile(object.planned()).changed();
            }
        }
    }
}
