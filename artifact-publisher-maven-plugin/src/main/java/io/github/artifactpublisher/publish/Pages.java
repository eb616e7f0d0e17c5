package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.store.Listing;
import io.github.artifactpublisher.store.ObjectStore;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The pages of one listing, of which none is to end where another has ended: so that it comes to an end with a server,
 * too, that does not heed where a page is to begin. Keys are not compared, since not every server lists by their bytes.
 */
final class Pages {
    private final ObjectStore store;
    private final KeyPrefix prefix;
    private final Set<String> ends = new HashSet<>();

    Pages(ObjectStore store, KeyPrefix prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    /**
     * A page.
     *
     * @param key the page begins after it; empty: with the first
     * @throws ListingException if a page has ended there before and more are said to follow
     */
    Listing after(Optional<String> key) {
        Listing page = store.list(prefix, key);
        page.next().filter(end -> !ends.add(end)).ifPresent(end -> {
            throw new ListingException(store.address(prefix), end);
        });
        return page;
    }
}
