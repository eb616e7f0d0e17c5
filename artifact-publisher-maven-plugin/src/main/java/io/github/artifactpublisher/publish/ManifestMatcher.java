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
 * Matches planned files to manifest entries by name. If two files have the same name, because one is gzipped and the
 * other is not, the entry with the same encoding is preferred.
 */
final class ManifestMatcher {
    private final Map<PlannedObject, ManifestEntry> entries = new HashMap<>();
    private final Map<String, List<ManifestEntry>> unmatched = new LinkedHashMap<>();

    private ManifestMatcher(Manifest manifest) {
        manifest.objects()
                .forEach(entry -> unmatched
                        .computeIfAbsent(entry.name(), name -> new ArrayList<>())
                        .add(entry));
    }

    static ManifestMatcher of(Manifest manifest, Collection<PlannedObject> files) {
        ManifestMatcher matcher = new ManifestMatcher(manifest);
        files.forEach(file -> matcher.match(file, true));
        files.forEach(file -> matcher.match(file, false));
        return matcher;
    }

    private void match(PlannedObject file, boolean sameEncoding) {
        if (entries.containsKey(file)) {
            return;
        }
        List<ManifestEntry> candidates = unmatched.getOrDefault(file.output().name(), List.of());
        candidates.stream()
                .filter(entry -> !sameEncoding
                        || (entry.encoding() == Encoding.GZIP) == file.form().gzipped())
                .findFirst()
                .ifPresent(entry -> {
                    candidates.remove(entry);
                    entries.put(file, entry);
                });
    }

    /** Returns the entry of a file, if there is one. */
    Optional<ManifestEntry> entryOf(PlannedObject file) {
        return Optional.ofNullable(entries.get(file));
    }

    /** Returns the entries without a file. */
    List<ManifestEntry> unmatched() {
        return unmatched.values().stream().flatMap(List::stream).toList();
    }
}
