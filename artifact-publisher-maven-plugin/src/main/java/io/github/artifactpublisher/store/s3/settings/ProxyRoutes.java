package io.github.artifactpublisher.store.s3.settings;

import java.net.URI;

/** Finds the proxy for a server. */
@FunctionalInterface
public interface ProxyRoutes {
    /**
     * Returns the route to a server.
     *
     * @param server scheme, host and port
     */
    ProxyRoute to(URI server);
}
