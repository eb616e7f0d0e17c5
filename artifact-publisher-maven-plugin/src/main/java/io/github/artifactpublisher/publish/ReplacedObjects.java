package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.publish.SetTransfer.Delivery;
import java.util.List;
import java.util.Optional;

/** In place, another build may have replaced objects of a set while its manifest was written. */
final class ReplacedObjects {
    private static final int MOST_ROUNDS = 3;

    private final Publication publication;
    private final KeyPrefix prefix;

    ReplacedObjects(Publication publication, KeyPrefix prefix) {
        this.publication = publication;
        this.prefix = prefix;
    }

    /**
     * Sends again what is not what the manifest says; whoever may not list cannot know.
     *
     * @throws ReplacedException if another build goes on replacing it
     */
    void sendAgain(List<PublishedObject> objects) {
        for (int round = 0; round <= MOST_ROUNDS; round++) {
            List<PublishedObject> replaced = replaced(objects);
            if (replaced.isEmpty()) {
                return;
            }
            if (round == MOST_ROUNDS) {
                throw new ReplacedException(address(), true, keys(replaced));
            }
            publication.listener().noticed(new Notice.SentOverAgain(address(), replaced.size()));
            publication
                    .sender()
                    .send(replaced.stream()
                            .map(object -> new Delivery(object.planned(), List.of(Place.at(object.key()))))
                            .toList());
        }
    }

    /** An object whose ETag nobody has said cannot be known again. */
    private List<PublishedObject> replaced(List<PublishedObject> objects) {
        List<PublishedObject> known =
                objects.stream().filter(object -> object.etag().isPresent()).toList();
        Optional<Standing> standing = publication.standing(
                prefix, known.stream().map(PublishedObject::key).toList());
        return standing.map(there ->
                        known.stream().filter(object -> !there.has(object)).toList())
                .orElse(List.of());
    }

    private String address() {
        return publication.store().address(prefix);
    }

    private static List<String> keys(List<PublishedObject> objects) {
        return objects.stream().map(object -> object.key().value()).toList();
    }
}
