package io.github.artifactpublisher.store.s3.settings;

import io.github.artifactpublisher.store.s3.settings.S3Settings.Proxy;
import java.util.Optional;

/**
 * The way to one server.
 *
 * @param proxy the HTTP proxy; empty: the server is asked directly
 * @param reason why, for the log: the setting that names the proxy, or that keeps one from being used; may be empty
 */
public record ProxyRoute(Optional<Proxy> proxy, String reason) {
    /** No setting names a proxy. */
    public static final ProxyRoute NO_PROXY = direct("");

    /** Through a proxy. */
    public static ProxyRoute through(Proxy proxy, String source) {
        return new ProxyRoute(Optional.of(proxy), source);
    }

    /** Directly, though a proxy is set. */
    public static ProxyRoute direct(String reason) {
        return new ProxyRoute(Optional.empty(), reason);
    }

    /** The end of the log line that names the server. */
    @Override
    public String toString() {
        if (reason.isEmpty()) {
            return "";
        }
        return proxy.map(used -> ", proxy " + used).orElse(", no proxy") + " (" + reason + ")";
    }
}
