package io.github.artifactpublisher.store.s3.settings;

import io.github.artifactpublisher.store.s3.settings.S3Settings.Proxy;
import java.util.Optional;

/**
 * The route to a server.
 *
 * @param proxy the HTTP proxy; empty: a direct connection
 * @param reason the setting that names or excludes the proxy, for the log; may be empty
 */
public record ProxyRoute(Optional<Proxy> proxy, String reason) {
    /** A direct connection, because no setting names a proxy. */
    public static final ProxyRoute NO_PROXY = direct("");

    /** Creates a route through a proxy. */
    public static ProxyRoute through(Proxy proxy, String source) {
        return new ProxyRoute(Optional.of(proxy), source);
    }

    /** Creates a direct route although a proxy is set. */
    public static ProxyRoute direct(String reason) {
        return new ProxyRoute(Optional.empty(), reason);
    }

    /** Returns the end of the log line that names the server. */
    @Override
    public String toString() {
        if (reason.isEmpty()) {
            return "";
        }
        return proxy.map(used -> ", proxy " + used).orElse(", no proxy") + " (" + reason + ")";
    }
}
