package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.manifest.ManifestEntry;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.publish.ImmutableException.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A set at an address that is written once, compared with what would be written there. */
final class ImmutableSet {
    private static final int MOST_DIFFERENCES = 5;

    private final Publication publication;
    private final KeyPrefix prefix;

    ImmutableSet(Publication publication, KeyPrefix prefix) {
        this.publication = publication;
        this.prefix = prefix;
    }

    /**
     * Accepts the same files, stored in the same way, and sends again what of them is gone.
     *
     * @param existing with a manifest
     * @throws ImmutableException if something else stands
     */
    void requireSame(ExistingManifest existing) {
        Manifest manifest = existing.manifest().orElseThrow();
        List<PlannedObject> files = publication.plan().objects();
        publication.digests().readAll(files);
        EntriesOfFiles standing = EntriesOfFiles.of(manifest, files);
        List<Difference> differences = new ArrayList<>();
        for (PlannedObject planned : files) {
            compare(planned, standing.of(planned), differences);
        }
        standing.others()
                .forEach(entry -> differences.add(
                        new Difference(entry.name(), entry.sha256().hex(), "no file")));
        String address = publication.store().address(prefix);
        if (!differences.isEmpty()) {
            throw new ImmutableException(
                    address,
                    manifest.build().nameBeside(publication.build()),
                    publication.build().nameBeside(manifest.build()),
                    differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size())));
        }
        new LostObjects(publication, prefix).sendAgain(existing);
        publication
                .listener()
                .noticed(new Notice.SameStands(address, manifest.build().name()));
    }

    private void compare(PlannedObject planned, Optional<ManifestEntry> standing, List<Difference> differences) {
        String name = planned.output().name();
        Sha256 ours = publication.digests().of(planned).sha256();
        if (standing.isEmpty()) {
            differences.add(new Difference(name, "no file", ours.hex()));
            return;
        }
        ManifestEntry entry = standing.get();
        if (!entry.sha256().equals(ours)) {
            differences.add(new Difference(name, entry.sha256().hex(), ours.hex()));
        } else if (!ManifestEntries.mayBeOf(
                planned, entry, publication.options().storage())) {
            differences.add(new Difference(name, ours.hex(), "same content, stored in another way"));
        }
    }
}
