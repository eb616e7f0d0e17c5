package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.BuildFolder;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.manifest.ManifestEntry;
import io.github.artifactpublisher.manifest.SetFiles;
import io.github.artifactpublisher.publish.ConflictException.Kind;
import io.github.artifactpublisher.store.ExistingObjects;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.ListingException;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.transfer.PublishedObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Deletes objects that are no longer part of a set, after its manifest is published: the objects of the manifest
 * before, and in the layout {@link Layout#BY_BUILD} the objects of builds that failed. By build, no later set can need
 * them. In place, a newer set may have an object with the same key; therefore the manifest is read before and after. A
 * failure to delete is reported and does not fail the publication.
 */
final class StaleObjects {
    /** No build takes so long. A younger object may belong to a running build. */
    static final Duration MIN_AGE = Duration.ofDays(7);

    private final PublishContext context;
    private final KeyPrefix prefix;

    StaleObjects(PublishContext context, KeyPrefix prefix) {
        this.context = context;
        this.prefix = prefix;
    }

    /**
     * Deletes them.
     *
     * @param objects the objects of the set
     * @param replaced the manifest that was replaced
     * @param manifest the bytes of the manifest of the set
     * @throws ConflictException if a newer set needs a deleted object
     */
    void delete(List<PublishedObject> objects, ExistingManifest replaced, byte[] manifest) {
        Set<ObjectKey> kept = objects.stream().map(PublishedObject::key).collect(Collectors.toSet());
        try {
            List<ObjectKey> stale = Stream.concat(objectsOf(replaced), objectsOfFailedBuilds())
                    .filter(key -> !kept.contains(key))
                    .distinct()
                    .toList();
            if (!stale.isEmpty()) {
                delete(stale, manifest);
            }
        } catch (StoreException | ListingException e) {
            context.report(new PublishEvent.CleanUpFailed(address(), e));
        }
    }

    private void delete(List<ObjectKey> stale, byte[] manifest) {
        if (!context.isInPlace()) {
            delete(stale);
            return;
        }
        if (!readManifest().hasBytes(manifest)) {
            context.report(new PublishEvent.CleanUpSkipped(address(), stale.size()));
            return;
        }
        delete(stale);
        readManifest().otherThan(manifest).ifPresent(newer -> requireNotNeeded(stale, newer));
    }

    private ExistingManifest readManifest() {
        return ExistingManifest.read(context.store(), prefix).requireRead();
    }

    /** The newer build may have uploaded them again already. */
    private void requireNotNeeded(List<ObjectKey> deleted, Manifest newer) {
        List<ObjectKey> needed = newer.objects().stream()
                .map(ManifestEntry::key)
                .filter(deleted::contains)
                .toList();
        Optional<ExistingObjects> existing = context.list(prefix, needed);
        List<String> missing = needed.stream()
                .filter(key -> existing.flatMap(there -> there.at(key)).isEmpty())
                .map(ObjectKey::value)
                .toList();
        if (!missing.isEmpty()) {
            throw new ConflictException(
                    Kind.NEWER_DELETED, address(), newer.build().nameBeside(context.build()), missing);
        }
    }

    private void delete(List<ObjectKey> stale) {
        Map<ObjectKey, String> failed = context.store().delete(stale);
        if (!failed.isEmpty()) {
            context.report(new PublishEvent.StaleObjectsNotDeleted(failed));
        }
        if (failed.size() < stale.size()) {
            context.report(new PublishEvent.StaleObjectsDeleted(address(), stale.size() - failed.size()));
        }
    }

    /** A manifest that was copied from another prefix names objects there, which this build must not delete. */
    private Stream<ObjectKey> objectsOf(ExistingManifest replaced) {
        return replaced.manifest().stream()
                .flatMap(manifest -> manifest.objects().stream())
                .map(ManifestEntry::key)
                .filter(prefix::contains)
                .filter(key -> !SetFiles.NAMES.contains(prefix.relativize(key)));
    }

    /** Only keys in the format of the layout count, because the set of another branch can be below this prefix. */
    private Stream<ObjectKey> objectsOfFailedBuilds() {
        if (context.isInPlace()) {
            return Stream.empty();
        }
        Instant before = context.clock().instant().minus(MIN_AGE);
        return context.store()
                .list(BuildFolder.parent(prefix))
                .filter(object -> object.lastModified().isBefore(before))
                .map(ListedObject::key)
                .filter(key -> BuildFolder.contains(prefix, key));
    }

    private String address() {
        return context.address(prefix);
    }
}
