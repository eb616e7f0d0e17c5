package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.manifest.ManifestEntry;
import io.github.artifactpublisher.publish.ConflictException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a build that has sent something, and then finds a newer set, owes to that set. The build of the newer set looks
 * after its manifest, and sends again what was replaced: this one waits for that, and fails only if it does not come.
 */
final class SuperfluousAttempt {
    static final Duration PAUSE = Duration.ofSeconds(4);

    /** Two minutes in all: that build may have been killed, and then each second is waited for nothing. */
    static final int LOOKS = 30;

    private final Publication publication;
    private final KeyPrefix prefix;

    SuperfluousAttempt(Publication publication, KeyPrefix prefix) {
        this.publication = publication;
        this.prefix = prefix;
    }

    /**
     * Looks whether objects of the newer set were replaced, and if so, again and again whether they still are; whoever
     * may neither list nor read cannot know. If yet another set comes meanwhile, that one counts.
     *
     * @param sent the keys that were written
     * @throws ConflictException if some stay replaced
     * @throws InterruptedOperationException if this thread is interrupted while it waits
     */
    void requireNothingReplaced(Manifest newer, Set<ObjectKey> sent) {
        Manifest standing = newer;
        List<ManifestEntry> replaced = replaced(standing, sent);
        if (!replaced.isEmpty()) {
            tell(newer.build(), replaced.size());
        }
        for (int look = 1; !replaced.isEmpty(); look++) {
            if (look > LOOKS) {
                throw new ConflictException(Kind.NEWER_OVERWRITTEN, address(), keys(replaced));
            }
            publication.pause().await(PAUSE);
            standing = now().orElse(standing);
            replaced = replaced(standing, sent);
        }
    }

    private List<ManifestEntry> replaced(Manifest standing, Set<ObjectKey> sent) {
        List<ManifestEntry> written = standing.objects().stream()
                .filter(entry -> sent.contains(entry.key()))
                .toList();
        if (written.isEmpty()) {
            return List.of();
        }
        return publication
                .standingOf(prefix, written.stream().map(ManifestEntry::key).toList())
                .map(there -> written.stream()
                        .filter(entry -> !entry.isIn(there.at(entry.key())))
                        .toList())
                .orElse(List.of());
    }

    private void tell(BuildFacts newer, int replaced) {
        publication
                .listener()
                .noticed(new Notice.MendingAwaited(address(), newer.nameBeside(publication.build()), replaced));
    }

    private Optional<Manifest> now() {
        return ExistingManifest.read(publication.store(), prefix).manifest();
    }

    private String address() {
        return publication.store().address(prefix);
    }

    private static List<String> keys(List<ManifestEntry> entries) {
        return entries.stream().map(entry -> entry.key().value()).sorted().toList();
    }
}
