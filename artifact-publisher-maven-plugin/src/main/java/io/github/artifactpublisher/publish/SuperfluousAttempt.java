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
    /** Each is for a newer set that came while the list of the one before was written. */
    private static final int MOST_ROUNDS = 20;

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

    /**
     * {@code SHA256SUMS} was written for a manifest that never came: it gets back what belongs to the one that stands.
     */
    void restoreSums(Previous newer) {
        Previous written = newer;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Sums sums = Sums.of(prefix, written.manifest().orElseThrow());
            publication.put().put(SetFiles.SHA256SUMS, sums.key(), sums.body(), Sums.HEADERS);
            Previous now = Previous.look(publication.store(), prefix, false, publication.listener());
            if (now.manifest().isEmpty() || now.etag().equals(written.etag())) {
                return;
            }
            written = now;
        }
    }
}
