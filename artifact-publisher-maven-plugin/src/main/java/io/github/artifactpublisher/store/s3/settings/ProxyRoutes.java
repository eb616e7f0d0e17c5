package io.github.artifactpublisher.store.s3.settings;

import java.net.URI;

/** Finds the way to a server. */
@FunctionalInterface
public interface ProxyRoutes {
    /** No proxy for any server. */
    ProxyRoutes DIRECT = server -> ProxyRoute.NO_PROXY;

    /**
     * The way to a server.
     *
     * @param server scheme, host and port
     */
    ProxyRoute to(URI server);
}
