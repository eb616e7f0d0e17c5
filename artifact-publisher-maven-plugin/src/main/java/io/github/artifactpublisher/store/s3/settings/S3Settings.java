package io.github.artifactpublisher.store.s3.settings;

import java.net.URI;
import java.util.Optional;

/**
 * Where the bucket is and how to get there.
 *
 * @param bucket the bucket's name
 * @param region the region's name; empty: the AWS settings say it, or the instance
 * @param endpoint another server than Amazon's usual one
 * @param pathStyle whether the bucket is named in the path rather than in the host name
 * @param aws what the AWS tools' own settings say: region, certificates, profile
 * @param access who makes the requests
 * @param objects how the bucket is to keep the objects
 * @param proxies finds the way to a server
 * @param requests how requests are sent
 * @param connections how many connections may be open at once
 * @param userAgent name and version of the program, for the server's log
 */
public record S3Settings(
        String bucket,
        Optional<String> region,
        Optional<S3Endpoint> endpoint,
        boolean pathStyle,
        AwsSettings aws,
        Access access,
        ObjectOptions objects,
        ProxyRoutes proxies,
        RequestOptions requests,
        int connections,
        String userAgent) {
    /**
     * An HTTP proxy.
     *
     * @param uri scheme, host and port
     * @param user the user's name, if it asks for one
     * @param password the password; never printed
     */
    public record Proxy(URI uri, Optional<String> user, Optional<String> password) {
        @Override
        public String toString() {
            return uri.toString();
        }
    }

    /** The endpoint, and who has named it if that is not this plugin's property; or a name for the usual one. */
    public String endpointName() {
        return endpoint.map(server -> server.source().equals(S3Endpoint.PROPERTY)
                        ? server.uri().toString()
                        : server.toString())
                .orElse("Amazon S3");
    }

    /**
     * The server that requests for the bucket go to.
     *
     * @param region the region that is signed for
     */
    public URI server(String region) {
        URI shared = endpoint.map(S3Endpoint::uri)
                .orElseGet(() -> URI.create(
                        "https://s3." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn" : "")));
        boolean inHost = !pathStyle && !shared.getHost().matches("[0-9.]+|\\[.*]");
        return inHost
                ? URI.create(shared.getScheme() + "://" + bucket + "." + shared.getHost()
                        + (shared.getPort() < 0 ? "" : ":" + shared.getPort()))
                : shared;
    }

    /** Whether no certificate is looked at. */
    public boolean isPlainHttp() {
        return endpoint.filter(server -> server.uri().getScheme().equalsIgnoreCase("http"))
                .isPresent();
    }

    /** Where in the bucket: {@code s3://bucket/key}. */
    public String location(String key) {
        return "s3://" + bucket + "/" + key;
    }
}
