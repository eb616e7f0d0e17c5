package io.github.artifactpublisher.store.s3.settings;

import java.net.URI;
import java.util.Optional;

/**
 * The bucket and the connection to it.
 *
 * @param bucket the bucket's name
 * @param region the region's name; empty: from the AWS settings or the instance
 * @param endpoint a server other than Amazon's default
 * @param pathStyle whether the bucket is named in the path rather than in the host name
 * @param aws the settings that all AWS tools read: region, certificates, profile
 * @param access the identity that sends the requests
 * @param bucketOptions the options with which objects are stored
 * @param proxies finds the proxy for a server
 * @param requests the options of requests
 * @param connections the maximum number of open connections
 * @param userAgent name and version of the program, for the server's log
 */
public record S3Settings(
        String bucket,
        Optional<String> region,
        Optional<S3Endpoint> endpoint,
        boolean pathStyle,
        AwsSettings aws,
        Access access,
        BucketOptions bucketOptions,
        ProxyRoutes proxies,
        RequestOptions requests,
        int connections,
        String userAgent) {
    /**
     * An HTTP proxy.
     *
     * @param uri scheme, host and port
     * @param user the user name, if it requires one
     * @param password the password; never printed
     */
    public record Proxy(URI uri, Optional<String> user, Optional<String> password) {
        @Override
        public String toString() {
            return uri.toString();
        }
    }

    /** Returns the endpoint, with its source if that is not this plugin's property, or {@code Amazon S3}. */
    public String endpointName() {
        return endpoint.map(server -> server.source().equals(S3Endpoint.PROPERTY)
                        ? server.uri().toString()
                        : server.toString())
                .orElse("Amazon S3");
    }

    /**
     * Returns the server that requests to the bucket are sent to.
     *
     * @param region the region that requests are signed for
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

    /** Whether the connection is not encrypted. */
    public boolean isPlainHttp() {
        return endpoint.filter(server -> server.uri().getScheme().equalsIgnoreCase("http"))
                .isPresent();
    }

    /** Returns the address of a key: {@code s3://bucket/key}. */
    public String location(String key) {
        return "s3://" + bucket + "/" + key;
    }
}
