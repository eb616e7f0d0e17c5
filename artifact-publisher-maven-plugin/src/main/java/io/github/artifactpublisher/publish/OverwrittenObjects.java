package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.publish.ConflictException.Kind;
import io.github.artifactpublisher.store.ExistingObjects;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.UploadRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds objects of a published set that another build has overwritten in place, and uploads them again. */
final class OverwrittenObjects {
    private static final int MAX_ROUNDS = 3;

    private final PublishContext context;
    private final KeyPrefix prefix;

    OverwrittenObjects(PublishContext context, KeyPrefix prefix) {
        this.context = context;
        this.prefix = prefix;
    }

    /** Finds the objects of a set and one more; empty if the credentials may neither list nor read. */
    Optional<ExistingObjects> find(Collection<PublishedObject> objects, ObjectKey other) {
        return context.find(
                prefix,
                Stream.concat(comparable(objects).map(PublishedObject::key), Stream.of(other))
                        .toList());
    }

    /**
     * Uploads overwritten objects again while the manifest of their set is current. After that, they belong to a newer
     * set, and its build repairs them.
     *
     * @param objects the objects of the set
     * @param manifest the bytes of its manifest
     * @param found the objects that exist, found after the manifest was written
     * @throws ConflictException if another build overwrites them again and again, or if this build has overwritten
     *     objects of a newer set
     */
    void restore(List<PublishedObject> objects, byte[] manifest, Optional<ExistingObjects> found) {
        Map<ObjectKey, PublishedObject> latest = new LinkedHashMap<>();
        objects.forEach(object -> latest.put(object.key(), object));
        Set<ObjectKey> restored = new HashSet<>();
        Optional<ExistingObjects> existing = found;
        for (int round = 0; ; round++) {
            List<PublishedObject> overwritten = overwritten(latest.values(), existing);
            boolean untouched = overwritten.isEmpty() && restored.isEmpty();
            if (untouched || isLeftToNewerBuild(manifest, restored) || overwritten.isEmpty()) {
                return;
            }
            if (round == MAX_ROUNDS) {
                throw new ConflictException(Kind.OVERWRITTEN, context.address(prefix), keys(overwritten));
            }
            context.report(new PublishEvent.OverwrittenObjectsRestored(context.address(prefix), overwritten.size()));
            upload(overwritten).forEach(object -> latest.put(object.key(), object));
            overwritten.forEach(object -> restored.add(object.key()));
            existing = context.find(
                    prefix,
                    comparable(latest.values()).map(PublishedObject::key).toList());
        }
    }

    /** If a newer manifest exists, waits until its build has uploaded the restored objects again. */
    private boolean isLeftToNewerBuild(byte[] manifest, Set<ObjectKey> restored) {
        Optional<Manifest> newer =
                ExistingManifest.read(context.store(), prefix).otherThan(manifest);
        newer.ifPresent(found -> new NewerBuildRepair(context, prefix).await(found, restored));
        return newer.isPresent();
    }

    private List<PublishedObject> upload(List<PublishedObject> overwritten) {
        return context.uploadToPublishedSet(overwritten.stream()
                .map(object -> UploadRequest.replacing(object.planned(), object.key()))
                .toList());
    }

    private static List<PublishedObject> overwritten(
            Collection<PublishedObject> objects, Optional<ExistingObjects> existing) {
        return existing.map(there -> comparable(objects)
                        .filter(object -> !object.isIn(there))
                        .toList())
                .orElse(List.of());
    }

    /** An object without an ETag cannot be compared. */
    private static Stream<PublishedObject> comparable(Collection<PublishedObject> objects) {
        return objects.stream().filter(object -> object.etag().isPresent());
    }

    private static List<String> keys(List<PublishedObject> objects) {
        return objects.stream().map(object -> object.key().value()).toList();
    }
}
