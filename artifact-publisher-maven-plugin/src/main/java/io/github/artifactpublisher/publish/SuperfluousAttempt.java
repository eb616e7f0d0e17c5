package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a build that has sent something, and then finds a newer set, owes to that set. */
final class SuperfluousAttempt {
    private final Publication publication;
    private final KeyPrefix prefix;

    SuperfluousAttempt(Publication publication, KeyPrefix prefix) {
        this.publication = publication;
        this.prefix = prefix;
    }

    /**
     * Looks whether objects of the newer set were replaced; whoever may not list cannot know.
     *
     * @param sent the keys that were written
     * @throws ReplacedException if some were
     */
    void requireNothingReplaced(Manifest newer, Set<ObjectKey> sent) {
        Map<ObjectKey, ManifestEntry> written = newer.objects().stream()
                .filter(entry -> sent.contains(entry.objectKey()))
                .collect(Collectors.toMap(ManifestEntry::objectKey, Function.identity()));
        if (written.isEmpty()) {
            return;
        }
        publication.standing(prefix, written.keySet()).ifPresent(standing -> {
            List<String> replaced = written.values().stream()
                    .filter(entry -> !entry.isAt(standing))
                    .map(ManifestEntry::key)
                    .sorted()
                    .toList();
            if (!replaced.isEmpty()) {
                throw new ReplacedException(publication.store().address(prefix), false, replaced);
            }
        });
    }
}
