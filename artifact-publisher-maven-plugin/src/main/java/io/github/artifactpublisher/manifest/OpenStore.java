package io.github.artifactpublisher.manifest;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.store.ObjectStore;
import java.util.Map;

/**
 * A store for one publication.
 *
 * @param store the store
 * @param manifests the manifests that were read from it before, by the prefixes of their sets
 * @param isShared whether others use the store, too, so that the publication does not close it
 */
public record OpenStore(ObjectStore store, Map<KeyPrefix, ExistingManifest> manifests, boolean isShared)
        implements AutoCloseable {
    /** Returns a store that the publication closes, and from which nothing was read. */
    public static OpenStore of(ObjectStore store) {
        return new OpenStore(store, Map.of(), false);
    }

    @Override
    public void close() {
        if (!isShared) {
            store.close();
        }
    }
}
