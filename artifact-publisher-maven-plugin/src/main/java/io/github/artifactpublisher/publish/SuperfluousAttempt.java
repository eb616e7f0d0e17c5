package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.ConflictException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a build that has sent something, and then finds a newer set, owes to that set. The build of the newer set looks
 * after its manifest, and sends again what was replaced: this one waits for that, and fails only if it does not come.
 */
final class SuperfluousAttempt {
    /** With the usual pauses 24 seconds: time for a build that is under way to list and to send a few files. */
    private static final int LOOKS = 8;

    /** More bytes take longer. Each further look is 8 seconds; so this is 8 MiB/s, a slow line. */
    private static final long BYTES_OF_A_LOOK = 64 << 20;

    /** Two minutes: that build may have been killed, and then each second is waited for nothing. */
    private static final int MOST_LOOKS = 20;

    private final Publication publication;
    private final KeyPrefix prefix;

    SuperfluousAttempt(Publication publication, KeyPrefix prefix) {
        this.publication = publication;
        this.prefix = prefix;
    }

    /**
     * Looks whether objects of the newer set were replaced, and if so, again and again whether they still are; whoever
     * may neither list nor read cannot know. If yet another set comes meanwhile, that one counts, and its build has as
     * much time.
     *
     * @param sent the keys that were written
     * @throws ConflictException if some stay replaced
     * @throws PublishInterruptedException if this thread is interrupted while it waits
     */
    void requireNothingReplaced(Manifest newer, Set<ObjectKey> sent) {
        Manifest standing = newer;
        List<ManifestEntry> replaced = replaced(standing, sent);
        if (!replaced.isEmpty()) {
            tell(newer.build(), replaced.size());
        }
        int look = 1;
        int looks = looks(replaced);
        while (!replaced.isEmpty()) {
            if (look == looks) {
                throw new ConflictException(Kind.NEWER_OVERWRITTEN, address(), keys(replaced));
            }
            look++;
            publication.pauses().beforeLook().await(look);
            Manifest now = now().orElse(standing);
            replaced = replaced(now, sent);
            if (!now.equals(standing)) {
                standing = now;
                look = 1;
                looks = looks(replaced);
            }
        }
    }

    private List<ManifestEntry> replaced(Manifest standing, Set<ObjectKey> sent) {
        List<ManifestEntry> written = standing.objects().stream()
                .filter(entry -> sent.contains(entry.objectKey()))
                .toList();
        if (written.isEmpty()) {
            return List.of();
        }
        return publication
                .standingOf(
                        prefix, written.stream().map(ManifestEntry::objectKey).toList())
                .map(there ->
                        written.stream().filter(entry -> !entry.isAt(there)).toList())
                .orElse(List.of());
    }

    private void tell(BuildFacts newer, int replaced) {
        publication
                .listener()
                .noticed(new Notice.MendingAwaited(address(), newer.nameBeside(publication.build()), replaced));
    }

    private static int looks(List<ManifestEntry> replaced) {
        long bytes =
                replaced.stream().mapToLong(entry -> entry.digests().size()).sum();
        return (int) Math.min(MOST_LOOKS, LOOKS + bytes / BYTES_OF_A_LOOK);
    }

    private Optional<Manifest> now() {
        return Previous.look(publication.store(), prefix, false, publication.listener())
                .manifest();
    }

    private String address() {
        return publication.store().address(prefix);
    }

    private static List<String> keys(List<ManifestEntry> entries) {
        return entries.stream().map(ManifestEntry::key).sorted().toList();
    }
}
