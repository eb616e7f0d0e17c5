package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.manifest.ManifestEntry;
import io.github.artifactpublisher.publish.ConflictException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Waits until a newer build has uploaded the objects again that this build has overwritten. The newer build checks its
 * objects after its manifest.
 */
final class NewerBuildRepair {
    static final Duration PAUSE = Duration.ofSeconds(4);

    /** Two minutes in all. The newer build may have been killed, so a longer wait could be in vain. */
    static final int MAX_CHECKS = 30;

    private final PublishContext context;
    private final KeyPrefix prefix;

    NewerBuildRepair(PublishContext context, KeyPrefix prefix) {
        this.context = context;
        this.prefix = prefix;
    }

    /**
     * Checks the objects again and again until all of them are as the newest manifest says. Does nothing if the
     * credentials may neither list nor read.
     *
     * @param newer the manifest of the newer build
     * @param uploaded the keys that this build has written
     * @throws ConflictException if objects stay overwritten
     * @throws InterruptedOperationException if this thread is interrupted
     */
    void await(Manifest newer, Set<ObjectKey> uploaded) {
        Manifest current = newer;
        List<ManifestEntry> overwritten = overwritten(current, uploaded);
        if (!overwritten.isEmpty()) {
            context.report(new PublishEvent.RepairAwaited(
                    address(),
                    newer.build().nameBeside(context.build()),
                    overwritten.size(),
                    PAUSE.multipliedBy(MAX_CHECKS)));
        }
        for (int check = 1; !overwritten.isEmpty(); check++) {
            if (check > MAX_CHECKS) {
                throw new ConflictException(Kind.NEWER_OVERWRITTEN, address(), keys(overwritten));
            }
            context.pause().await(PAUSE);
            current = ExistingManifest.read(context.store(), prefix).manifest().orElse(current);
            overwritten = overwritten(current, uploaded);
        }
    }

    private List<ManifestEntry> overwritten(Manifest current, Set<ObjectKey> uploaded) {
        List<ManifestEntry> entries = current.objects().stream()
                .filter(entry -> uploaded.contains(entry.key()))
                .toList();
        if (entries.isEmpty()) {
            return List.of();
        }
        return context.find(prefix, entries.stream().map(ManifestEntry::key).toList())
                .map(there -> entries.stream()
                        .filter(entry -> !entry.isIn(there.at(entry.key())))
                        .toList())
                .orElse(List.of());
    }

    private String address() {
        return context.address(prefix);
    }

    private static List<String> keys(List<ManifestEntry> entries) {
        return entries.stream().map(entry -> entry.key().value()).sorted().toList();
    }
}
