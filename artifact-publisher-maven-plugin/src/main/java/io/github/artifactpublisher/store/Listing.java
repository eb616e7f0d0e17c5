package io.github.artifactpublisher.store;

import java.util.List;
import java.util.Optional;

/**
 * A page of a listing, in the server's order of the keys: with most that of their bytes.
 *
 * @param objects those whose keys are legal by {@link io.github.artifactpublisher.layout.ObjectKey}; others are not
 *     ours
 * @param next after which key the next page begins; empty if this is the last
 */
public record Listing(List<ListedObject> objects, Optional<String> next) {
    /** Copies the list. */
    public Listing {
        objects = List.copyOf(objects);
    }
}
