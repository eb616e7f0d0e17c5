package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.store.ExistingObjects;
import io.github.artifactpublisher.transfer.Destination;
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

/** In place, another build may have replaced objects of a set while its manifest was written. */
final class ReplacedObjects {
    private static final int MOST_ROUNDS = 3;

    private final Publication publication;
    private final KeyPrefix prefix;

    ReplacedObjects(Publication publication, KeyPrefix prefix) {
        this.publication = publication;
        this.prefix = prefix;
    }

    /** What stands now of a set, and of another object of it; empty where the credentials may neither list nor read. */
    Optional<ExistingObjects> look(Collection<PublishedObject> objects, ObjectKey other) {
        return publication.standingOf(
                prefix,
                Stream.concat(known(objects).map(PublishedObject::key), Stream.of(other))
                        .toList());
    }

    /**
     * Sends again what is not what the manifest says, as long as that manifest stands: once another does, the objects
     * are those of a newer set, whose build looks after them. Whoever may not look cannot know.
     *
     * @param objects of the set
     * @param manifest of the set, as it was written
     * @param looked what a look since then has shown
     * @throws ConflictException if another build goes on replacing them, or if what was sent again has replaced objects
     *     of a newer set that came in the same moment
     */
    void sendAgain(List<PublishedObject> objects, byte[] manifest, Optional<ExistingObjects> looked) {
        Map<ObjectKey, PublishedObject> last = new LinkedHashMap<>();
        objects.forEach(object -> last.put(object.key(), object));
        Set<ObjectKey> sentAgain = new HashSet<>();
        Optional<ExistingObjects> standing = looked;
        for (int round = 0; ; round++) {
            List<PublishedObject> replaced = replaced(last.values(), standing);
            if (replaced.isEmpty() && sentAgain.isEmpty()) {
                return;
            }
            Optional<Manifest> newer =
                    ExistingManifest.read(publication.store(), prefix).otherThan(manifest);
            if (newer.isPresent()) {
                new SuperfluousAttempt(publication, prefix).requireNothingReplaced(newer.get(), sentAgain);
                return;
            }
            if (replaced.isEmpty()) {
                return;
            }
            if (round == MOST_ROUNDS) {
                throw new ConflictException(ConflictException.Kind.OVERWRITTEN, address(), keys(replaced));
            }
            publication.listener().noticed(new Notice.SentOverAgain(address(), replaced.size()));
            send(replaced).forEach(object -> last.put(object.key(), object));
            replaced.forEach(object -> sentAgain.add(object.key()));
            standing = publication.standingOf(
                    prefix, known(last.values()).map(PublishedObject::key).toList());
        }
    }

    private List<PublishedObject> send(List<PublishedObject> replaced) {
        return publication.sendToStanding(replaced.stream()
                .map(object -> new UploadRequest(object.planned(), List.of(Destination.replacing(object.key()))))
                .toList());
    }

    private static List<PublishedObject> replaced(
            Collection<PublishedObject> objects, Optional<ExistingObjects> standing) {
        return standing.map(there -> known(objects)
                        .filter(object -> !there.has(object.key(), object.stored(), object.etag()))
                        .toList())
                .orElse(List.of());
    }

    /** An object whose ETag nobody has said cannot be known again. */
    private static Stream<PublishedObject> known(Collection<PublishedObject> objects) {
        return objects.stream().filter(object -> object.etag().isPresent());
    }

    private String address() {
        return publication.store().address(prefix);
    }

    private static List<String> keys(List<PublishedObject> objects) {
        return objects.stream().map(object -> object.key().value()).toList();
    }
}
