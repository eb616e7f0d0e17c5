package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.maven.message.LogListener;
import io.github.artifactpublisher.maven.settings.StoreSettings;
import io.github.artifactpublisher.store.s3.S3ObjectStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;

/**
 * The stores that the goal {@code check} has opened, for the goal {@code publish}. They are kept with the request of
 * the session, and closed when the session ends. Thread-safe.
 */
public final class OpenStores implements SessionEndAction {
    private static final String STORES = "io.github.artifactpublisher.stores";

    /**
     * A store that works.
     *
     * @param store the store
     * @param listener counts its requests
     * @param manifests the manifests that were read from it
     */
    public record Checked(S3ObjectStore store, LogListener listener, Map<KeyPrefix, ExistingManifest> manifests) {}

    private final MavenSession session;
    private final Map<StoreSettings, Checked> stores;

    private OpenStores(MavenSession session, Map<StoreSettings, Checked> stores) {
        this.session = session;
        this.stores = stores;
    }

    /** Returns those of a session. */
    @SuppressWarnings("unchecked")
    public static OpenStores of(MavenSession session) {
        synchronized (session.getRequest()) {
            return new OpenStores(session, (Map<StoreSettings, Checked>)
                    session.getRequest().getData().computeIfAbsent(STORES, key -> new ConcurrentHashMap<>()));
        }
    }

    /** Keeps a store open until the session ends. */
    public void keep(StoreSettings settings, Checked store) {
        stores.put(settings, store);
        SessionEndListener.register(session, "stores", this);
    }

    /** Returns the store with these settings, with the retries of the settings; empty if none was checked. */
    Optional<Checked> find(StoreSettings settings) {
        Optional<Checked> found = Optional.ofNullable(stores.get(settings));
        found.ifPresent(checked -> checked.store().retryFor(settings.requests().retryFor()));
        return found;
    }

    @Override
    public void passed() {}

    @Override
    public void ended() {
        stores.values().forEach(checked -> checked.store().close());
        stores.clear();
    }
}
