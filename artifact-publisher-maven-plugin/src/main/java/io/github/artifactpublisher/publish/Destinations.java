package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.manifest.BuildFolder;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.transfer.Destination;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.UploadRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The keys of the objects of one publication at one target. At a target that is written once, no object is overwritten,
 * because the manifest of another build may name it. An object that would overwrite another one gets a fallback key.
 */
final class Destinations {
    private final KeyPrefix prefix;
    private final BuildFolder folder;
    private final BuildFolder fallback;
    private final boolean useFallback;

    private Destinations(KeyPrefix prefix, BuildFolder folder, BuildFolder fallback, boolean useFallback) {
        this.prefix = prefix;
        this.folder = folder;
        this.fallback = fallback;
        this.useFallback = useFallback;
    }

    static Destinations of(PublishContext context, Target target) {
        Instant now = context.clock().instant();
        return new Destinations(
                target.prefix(),
                BuildFolder.of(context.options().layout(), context.build(), now),
                BuildFolder.of(Layout.BY_BUILD, context.build(), now),
                context.isInPlace() && target.writeOnce());
    }

    /** Returns the folder below the target that the layout gives. */
    BuildFolder folder() {
        return folder;
    }

    /** Returns the destination of a file. */
    Destination of(PlannedObject planned) {
        ObjectKey key = usualKey(planned);
        return useFallback
                ? Destination.writtenOnce(key, fallback.key(prefix, planned.name()))
                : Destination.replacing(key);
    }

    /** Whether an object was uploaded to this target. */
    boolean contains(PublishedObject object) {
        Destination destination = of(object.planned());
        return object.key().equals(destination.key())
                || destination.fallback().filter(object.key()::equals).isPresent();
    }

    /** Returns the uploads of those objects to their usual keys that are at a fallback key, overwriting others. */
    List<UploadRequest> copiesToUsualKeys(Collection<PublishedObject> uploaded) {
        return uploaded.stream()
                .filter(object -> !object.key().equals(usualKey(object.planned())))
                .map(object -> UploadRequest.replacing(object.planned(), usualKey(object.planned())))
                .toList();
    }

    private ObjectKey usualKey(PlannedObject planned) {
        return folder.key(prefix, planned.name());
    }
}
