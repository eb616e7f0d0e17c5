package io.github.artifactpublisher.store;

import io.github.artifactpublisher.layout.KeyPrefix;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Pages through a listing, and fails if the server ignores start-after and would repeat a page for ever. Keys are not
 * compared, since not every server lists by their bytes. Not thread-safe.
 */
public final class Pages {
    private final ObjectStore store;
    private final KeyPrefix prefix;
    private final Set<String> ends = new HashSet<>();

    /** Creates the pages of one listing. */
    public Pages(ObjectStore store, KeyPrefix prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    /**
     * Requests a page.
     *
     * @param key the page begins after this key; empty: with the first
     * @throws ListingException if a page ended with the same key before and the server says that more follow
     */
    public Listing after(Optional<String> key) {
        Listing page = store.list(prefix, key);
        page.next().filter(end -> !ends.add(end)).ifPresent(end -> {
            throw new ListingException(store.address(prefix), end);
        });
        return page;
    }
}
