package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.manifest.ManifestEntry;
import io.github.artifactpublisher.manifest.ManifestEntry.Encoding;
import io.github.artifactpublisher.plan.PlannedObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which entry of a manifest is of which file of a plan: that of its name. Two files may have one name if one of them is
 * gzipped and the other is not, which makes two objects of them; so the entry of the same form comes first.
 */
final class EntriesOfFiles {
    private final Map<PlannedObject, ManifestEntry> entries = new HashMap<>();
    private final Map<String, List<ManifestEntry>> left = new LinkedHashMap<>();

    private EntriesOfFiles(Manifest manifest) {
        manifest.objects()
                .forEach(entry -> left.computeIfAbsent(entry.name(), name -> new ArrayList<>())
                        .add(entry));
    }

    static EntriesOfFiles of(Manifest manifest, Collection<PlannedObject> files) {
        EntriesOfFiles matched = new EntriesOfFiles(manifest);
        files.forEach(file -> matched.match(file, true));
        files.forEach(file -> matched.match(file, false));
        return matched;
    }

    private void match(PlannedObject file, boolean sameForm) {
        List<ManifestEntry> ofName = left.getOrDefault(file.output().name(), List.of());
        if (entries.containsKey(file)) {
            return;
        }
        ofName.stream()
                .filter(entry -> !sameForm
                        || (entry.encoding() == Encoding.GZIP) == file.form().gzipped())
                .findFirst()
                .ifPresent(entry -> {
                    ofName.remove(entry);
                    entries.put(file, entry);
                });
    }

    /** The entry of a file. */
    Optional<ManifestEntry> of(PlannedObject file) {
        return Optional.ofNullable(entries.get(file));
    }

    /** The entries of none of the files. */
    List<ManifestEntry> others() {
        return left.values().stream().flatMap(List::stream).toList();
    }
}
