package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.BuildFolder;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.manifest.ManifestEntry;
import io.github.artifactpublisher.manifest.SetFiles;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.store.ExistingObjects;
import io.github.artifactpublisher.transfer.PublishedObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the files that the existing set has with the same content and settings, so that they need no upload. */
final class UnchangedFiles {
    private final PublishContext context;
    private final KeyPrefix prefix;
    private final BuildFolder folder;

    UnchangedFiles(PublishContext context, KeyPrefix prefix, BuildFolder folder) {
        this.context = context;
        this.prefix = prefix;
        this.folder = folder;
    }

    /**
     * Begins an attempt: finds the unchanged files and lists their objects. If the credentials may not list, no file
     * counts as unchanged.
     *
     * @param uploaded uploads of earlier attempts; in place, they are listed, too, because another build may have
     *     overwritten them
     */
    PublishAttempt find(ExistingManifest existing, Map<PlannedObject, PublishedObject> uploaded) {
        Map<PlannedObject, PublishedObject> unchanged = candidates(existing, uploaded.keySet());
        Set<ObjectKey> keys = new HashSet<>();
        unchanged.values().forEach(object -> keys.add(object.key()));
        if (context.isInPlace()) {
            uploaded.values().forEach(object -> keys.add(object.key()));
        }
        if (keys.isEmpty()) {
            return PublishAttempt.ofAllFiles(existing);
        }
        keys.add(prefix.key(SetFiles.SHA256SUMS));
        Optional<ExistingObjects> listed = context.list(prefix, keys);
        unchanged.values().removeIf(object -> listed.filter(object::isIn).isEmpty());
        return new PublishAttempt(existing, unchanged, listed);
    }

    /** Only files of the same size and settings are read for their digests. */
    private Map<PlannedObject, PublishedObject> candidates(ExistingManifest existing, Set<PlannedObject> uploaded) {
        Map<PlannedObject, ManifestEntry> similar = existing.manifest()
                .filter(manifest -> !context.options().force())
                .map(manifest -> similar(manifest, uploaded))
                .orElse(Map.of());
        context.digests().readAll(similar.keySet());
        Map<PlannedObject, PublishedObject> same = new LinkedHashMap<>();
        similar.forEach((planned, entry) -> {
            PublishedObject object = ManifestEntries.unchanged(planned, entry);
            if (object.originalSha256().equals(context.digests().of(planned).sha256())) {
                same.put(planned, object);
            }
        });
        return same;
    }

    private Map<PlannedObject, ManifestEntry> similar(Manifest manifest, Set<PlannedObject> uploaded) {
        List<PlannedObject> files = context.plan().objects();
        ManifestMatcher entries = ManifestMatcher.of(manifest, files);
        Map<PlannedObject, ManifestEntry> similar = new LinkedHashMap<>();
        files.stream()
                .filter(planned -> !uploaded.contains(planned))
                .forEach(planned -> entries.entryOf(planned)
                        .filter(entry -> canKeep(planned, entry))
                        .ifPresent(entry -> similar.put(planned, entry)));
        return similar;
    }

    private boolean canKeep(PlannedObject planned, ManifestEntry entry) {
        return ManifestEntries.mayBeOf(planned, entry, context.options().storage())
                && folder.canKeep(prefix, planned.name(), entry.key());
    }
}
