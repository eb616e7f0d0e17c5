package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.BuildFolder;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.manifest.ManifestEntry;
import io.github.artifactpublisher.manifest.SetFiles;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.transfer.PublishedObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds the files that the previous manifest has with the same content, to be stored in the same way. */
final class UnchangedFiles {
    private final Publication publication;
    private final KeyPrefix prefix;
    private final BuildFolder folder;

    UnchangedFiles(Publication publication, KeyPrefix prefix, BuildFolder folder) {
        this.publication = publication;
        this.prefix = prefix;
        this.folder = folder;
    }

    /**
     * The objects of unchanged files, which may still stand or not. Only files of the right size that are to be stored
     * in the same way are read for their digests.
     *
     * @param wanted which files it is asked of
     * @return in a map of its own that may be changed
     */
    Map<PlannedObject, PublishedObject> candidates(ExistingManifest existing, Predicate<PlannedObject> wanted) {
        Map<PlannedObject, ManifestEntry> similar = existing.manifest()
                .filter(manifest -> !publication.options().force())
                .map(manifest -> similar(manifest, wanted))
                .orElse(Map.of());
        publication.digests().readAll(similar.keySet());
        Map<PlannedObject, PublishedObject> same = new LinkedHashMap<>();
        similar.forEach((planned, entry) -> {
            PublishedObject object = ManifestEntries.unchanged(planned, entry);
            if (object.originalSha256().equals(publication.digests().of(planned).sha256())) {
                same.put(planned, object);
            }
        });
        return same;
    }

    private Map<PlannedObject, ManifestEntry> similar(Manifest manifest, Predicate<PlannedObject> wanted) {
        List<PlannedObject> files = publication.plan().objects();
        EntriesOfFiles entries = EntriesOfFiles.of(manifest, files);
        Map<PlannedObject, ManifestEntry> similar = new LinkedHashMap<>();
        files.stream()
                .filter(wanted)
                .forEach(planned -> entries.of(planned)
                        .filter(entry -> mayBeKept(planned, entry))
                        .ifPresent(entry -> similar.put(planned, entry)));
        return similar;
    }

    private boolean mayBeKept(PlannedObject planned, ManifestEntry entry) {
        return ManifestEntries.mayBeOf(planned, entry, publication.options().storage())
                && folder.canKeep(prefix, planned.name(), entry.key());
    }

    /** What a listing has to look for; with objects, {@code SHA256SUMS} as well. */
    List<ObjectKey> keys(Map<PlannedObject, PublishedObject> candidates, Collection<ObjectKey> others) {
        List<ObjectKey> keys = new ArrayList<>(others);
        candidates.values().forEach(object -> keys.add(object.key()));
        if (!keys.isEmpty()) {
            keys.add(prefix.key(SetFiles.SHA256SUMS));
        }
        return keys;
    }
}
