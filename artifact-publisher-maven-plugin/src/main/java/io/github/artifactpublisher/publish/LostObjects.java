package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * @param previous with a manifest of the very files that are planned
     * @throws PlanException if a file has changed since it was compared with the manifest
     */
    void sendAgain(Previous previous) {
        Manifest manifest = previous.manifest().orElseThrow();
        List<PlannedObject> files = publication.plan().objects();
        EntriesOfFiles entries = EntriesOfFiles.of(manifest, files);
        List<Expected> expected = files.stream()
                .flatMap(file -> entries.of(file).stream().flatMap(entry -> expected(manifest, entry, file)))
                .toList();
        Sums sums = Sums.of(prefix, manifest);
        List<ObjectKey> sought = Stream.concat(expected.stream().map(Expected::key), Stream.of(sums.key()))
                .toList();
        publication.standing(prefix, sought, Notice.SetUnseen::new).ifPresent(there -> {
            List<Expected> lost = expected.stream()
                    .filter(object -> object.entry().isLostIn(there, object.key()))
                    .toList();
            if (!lost.isEmpty()) {
                sendAgain(manifest, lost);
            }
            if (there.at(sums.key()).filter(sums::isSameAs).isEmpty()) {
                new SumsOfTheManifest(publication, prefix).restore(previous);
            }
        });
    }

    /** In place, an object that the manifest names elsewhere stands under its usual key as well. */
    private Stream<Expected> expected(Manifest manifest, ManifestEntry entry, PlannedObject planned) {
        Stream<ObjectKey> usual = Layout.IN_PLACE.label().equals(manifest.layout())
                ? Stream.of(prefix.key(planned.name()))
                : Stream.empty();
        return Stream.concat(Stream.of(entry.objectKey()), usual)
                .distinct()
                .filter(this::isBelow)
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
            if (!object.entry().digests().equals(stored.get(object.key()))) {
                throw new SourceFile(object.planned()).changed();
            }
        }
    }

    /** A manifest that was copied here from another prefix names nothing that is ours to write. */
    private boolean isBelow(ObjectKey key) {
        return key.value().startsWith(prefix.toString());
    }
}
