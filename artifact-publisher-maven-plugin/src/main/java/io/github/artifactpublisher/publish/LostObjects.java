package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.DigestingOutputStream;
import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.gzip.GzipWorkers;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.SetTransfer.Delivery;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
     * Sends what is missing; whoever may not list cannot know.
     *
     * @param previous with a manifest of the very files that are planned
     * @throws LostException if what would be sent are not the bytes that the manifest describes; nothing is sent then
     */
    void sendAgain(Previous previous) {
        Manifest manifest = previous.manifest().orElseThrow();
        Sums sums = Sums.of(prefix, manifest);
        List<ObjectKey> sought = Stream.concat(
                        manifest.objects().stream()
                                .map(ManifestEntry::objectKey)
                                .filter(this::isBelow),
                        Stream.of(sums.key()))
                .toList();
        Optional<Standing> standing = publication.standing(prefix, sought, Notice.SetUnseen::new);
        standing.ifPresent(there -> {
            sendAgain(manifest, there);
            if (there.at(sums.key()).filter(sums::isSameAs).isEmpty()) {
                new SumsOfTheManifest(publication, prefix).restore(previous);
            }
        });
    }

    private void sendAgain(Manifest manifest, Standing standing) {
        List<ManifestEntry> lost = manifest.objects().stream()
                .filter(entry -> entry.isLostIn(standing))
                .toList();
        if (lost.isEmpty()) {
            return;
        }
        Map<String, PlannedObject> files = new HashMap<>();
        publication
                .plan()
                .objects()
                .forEach(planned -> files.put(planned.output().name(), planned));
        requireSameBytes(manifest, lost, files);
        publication
                .listener()
                .noticed(new Notice.LostSentAgain(
                        publication.store().address(prefix), manifest.build().name(), lost.size()));
        publication
                .sender()
                .send(lost.stream()
                        .map(entry -> new Delivery(files.get(entry.name()), List.of(entry.objectKey())))
                        .toList());
    }

    /** Each is compressed once for nothing but its digests, before the first is sent: this is a rare thing. */
    private void requireSameBytes(Manifest manifest, List<ManifestEntry> lost, Map<String, PlannedObject> files) {
        try (GzipWorkers gzip = new GzipWorkers(Runtime.getRuntime().availableProcessors())) {
            List<String> others = lost.stream()
                    .filter(entry -> !isBelow(entry.objectKey())
                            || !digests(files.get(entry.name()), gzip).equals(entry.digests()))
                    .map(ManifestEntry::key)
                    .toList();
            if (!others.isEmpty()) {
                throw new LostException(
                        publication.store().address(prefix), manifest.build().name(), manifest.publisher(), others);
            }
        }
    }

    private static Digests digests(PlannedObject planned, GzipWorkers gzip) {
        try (DigestingOutputStream stored = new DigestingOutputStream(OutputStream.nullOutputStream())) {
            new WatchedFile(planned).copyTo(stored, gzip);
            return stored.digests();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A manifest that was copied here from another prefix names nothing that is ours to write. */
    private boolean isBelow(ObjectKey key) {
        return key.value().startsWith(prefix.toString());
    }
}
