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
 * Deletes what a set no longer has, once its manifest stands: what the manifest before named, and in the layout
 * {@link Layout#BY_BUILD} what builds that failed have left. There no later set can miss it: a manifest names what the
 * one before named, or what is new. In place a newer set may bring back a key that this one no longer has: so the
 * manifest is read just before and after. A failure to delete is told, and is no failure of the publication.
 */
final class Cleaning {
    /** No build is under way for so long. */
    static final Duration LEFT_OVER_AFTER = Duration.ofDays(7);

    private final Publication publication;
    private final KeyPrefix prefix;

    Cleaning(Publication publication, KeyPrefix prefix) {
        this.publication = publication;
        this.prefix = prefix;
    }

    /**
     * Deletes.
     *
     * @param existing what the set has replaced
     * @param objects of the set
     * @param manifest of the set, as it was written
     * @throws ConflictException if a newer set lacks what was deleted
     */
    void deleteWhatIsNotIn(List<PublishedObject> objects, ExistingManifest existing, byte[] manifest) {
        Set<ObjectKey> kept = objects.stream().map(PublishedObject::key).collect(Collectors.toSet());
        try {
            List<ObjectKey> stale = Stream.concat(named(existing), leftOver())
                    .filter(key -> !kept.contains(key))
                    .distinct()
                    .toList();
            if (!stale.isEmpty()) {
                delete(stale, manifest);
            }
        } catch (StoreException | ListingException e) {
            publication.listener().noticed(new Notice.CleaningRefused(address(), e));
        }
    }

    private void delete(List<ObjectKey> stale, byte[] manifest) {
        if (publication.options().layout() == Layout.BY_BUILD) {
            delete(stale);
            return;
        }
        if (!read().hasBytes(manifest)) {
            publication.listener().noticed(new Notice.CleaningLeft(address(), stale.size()));
            return;
        }
        delete(stale);
        read().otherThan(manifest).ifPresent(newer -> requireNotIn(newer, stale));
    }

    private ExistingManifest read() {
        return ExistingManifest.read(publication.store(), prefix).requireRead();
    }

    /** A newer build that has not ended may have noticed, and sent it again; whoever may not list cannot know. */
    private void requireNotIn(Manifest newer, List<ObjectKey> deleted) {
        List<ObjectKey> missed = newer.objects().stream()
                .map(ManifestEntry::key)
                .filter(deleted::contains)
                .toList();
        Optional<ExistingObjects> standing = publication.standing(prefix, missed);
        List<String> gone = missed.stream()
                .filter(key -> standing.flatMap(there -> there.at(key)).isEmpty())
                .map(ObjectKey::value)
                .toList();
        if (!gone.isEmpty()) {
            throw new ConflictException(
                    Kind.NEWER_DELETED, address(), newer.build().nameBeside(publication.build()), gone);
        }
    }

    private void delete(List<ObjectKey> stale) {
        Map<ObjectKey, String> left = publication.store().delete(stale);
        if (!left.isEmpty()) {
            publication.listener().noticed(new Notice.NotDeleted(left));
        }
        if (left.size() < stale.size()) {
            publication.listener().noticed(new Notice.Deleted(address(), stale.size() - left.size()));
        }
    }

    /** A manifest of another prefix that was copied here names nothing that is ours to delete. */
    private Stream<ObjectKey> named(ExistingManifest existing) {
        return existing.manifest().stream()
                .flatMap(manifest -> manifest.objects().stream())
                .map(ManifestEntry::key)
                .filter(prefix::contains)
                .filter(key -> !SetFiles.NAMES.contains(prefix.relativize(key)));
    }

    /** By their form alone: below a prefix there may be that of another branch. */
    private Stream<ObjectKey> leftOver() {
        if (publication.options().layout() == Layout.IN_PLACE) {
            return Stream.empty();
        }
        Instant old = publication.clock().instant().minus(LEFT_OVER_AFTER);
        return publication
                .store()
                .list(BuildFolder.parent(prefix))
                .filter(object -> object.lastModified().isBefore(old))
                .map(ListedObject::key)
                .filter(key -> BuildFolder.contains(prefix, key));
    }

    private String address() {
        return publication.store().address(prefix);
    }
}
