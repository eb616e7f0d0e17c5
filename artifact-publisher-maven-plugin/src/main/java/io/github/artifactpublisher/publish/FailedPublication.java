package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.UncertainManifestException;
import io.github.artifactpublisher.transfer.PublishedObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reports the objects of an existing set that a failed publication has overwritten, unless the failure names them. */
final class FailedPublication {
    private final PublishContext context;
    private final Target target;
    private final Destinations destinations;

    FailedPublication(PublishContext context, Target target, Destinations destinations) {
        this.context = context;
        this.target = target;
        this.destinations = destinations;
    }

    /**
     * Reports the overwritten objects.
     *
     * @param existing the manifest of the existing set
     * @param uploads all objects that were uploaded, to any target
     */
    void report(RuntimeException failure, ExistingManifest existing, List<PublishedObject> uploads) {
        List<String> keys = namesOverwritten(failure) ? List.of() : overwrittenKeys(existing, uploads);
        if (!keys.isEmpty()) {
            context.report(new PublishEvent.ObjectsOverwritten(context.address(target.prefix()), keys));
        }
    }

    private static boolean namesOverwritten(RuntimeException failure) {
        return failure instanceof ConflictException conflict
                ? conflict.kind().isOverwriting()
                : failure instanceof UncertainManifestException;
    }

    /** If the manifest could not be read, each object that was uploaded to this target may have overwritten one. */
    private List<String> overwrittenKeys(ExistingManifest existing, List<PublishedObject> uploads) {
        Map<ObjectKey, Digests> before = new HashMap<>();
        existing.manifest()
                .ifPresent(manifest -> manifest.objects()
                        .forEach(entry -> before.put(entry.key(), entry.stored().digests())));
        return uploads.stream()
                .filter(object -> existing.isReadable()
                        ? before.containsKey(object.key())
                                && !before.get(object.key()).equals(object.stored())
                        : destinations.contains(object))
                .map(object -> object.key().value())
                .distinct()
                .sorted()
                .toList();
    }
}
