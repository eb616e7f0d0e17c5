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
 * Where the objects of one publication go at one target. At an address that is written once nothing that stands is
 * replaced, in place, too: another build's manifest may name it.
 */
final class Places {
    private final KeyPrefix prefix;
    private final BuildFolder usual;
    private final BuildFolder beside;
    private final boolean once;

    private Places(KeyPrefix prefix, BuildFolder usual, BuildFolder beside, boolean once) {
        this.prefix = prefix;
        this.usual = usual;
        this.beside = beside;
        this.once = once;
    }

    static Places of(Publication publication, Target target) {
        PublishOptions options = publication.options();
        Instant now = publication.clock().instant();
        return new Places(
                target.prefix(),
                BuildFolder.of(options.layout(), publication.build(), now),
                BuildFolder.of(Layout.BY_BUILD, publication.build(), now),
                options.layout() == Layout.IN_PLACE && target.writeOnce());
    }

    /** The folder below the target where the layout has them. */
    BuildFolder folder() {
        return usual;
    }

    /** Where a file goes. */
    Destination of(PlannedObject planned) {
        ObjectKey key = usualKey(planned);
        return once ? Destination.writtenOnce(key, beside.key(prefix, planned.name())) : Destination.replacing(key);
    }

    /** Whether an object has gone to this target. */
    boolean hold(PublishedObject object) {
        Destination place = of(object.planned());
        return object.key().equals(place.key())
                || place.fallback().filter(object.key()::equals).isPresent();
    }

    /** To the usual place, whatever stands there, those objects that had to go to another. */
    List<UploadRequest> toTheUsual(Collection<PublishedObject> sent) {
        return sent.stream()
                .filter(object -> !object.key().equals(usualKey(object.planned())))
                .map(object ->
                        new UploadRequest(object.planned(), List.of(Destination.replacing(usualKey(object.planned())))))
                .toList();
    }

    private ObjectKey usualKey(PlannedObject planned) {
        return usual.key(prefix, planned.name());
    }
}
