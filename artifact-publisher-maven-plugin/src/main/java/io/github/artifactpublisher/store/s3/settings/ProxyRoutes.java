package io.github.artifactpublisher.store.s3.settings;

import java.net.URI;

/** Finds the proxy for a server. */
@FunctionalInterface
public interface ProxyRoutes {
    /** Uses no proxy. */
    ProxyRoutes DIRECT = server -> ProxyRoute.NO_PROXY;

    /**
     * Returns the route to a server.
     *
     * @param server scheme, host and port
     */
    ProxyRoute to(URI server);
}
