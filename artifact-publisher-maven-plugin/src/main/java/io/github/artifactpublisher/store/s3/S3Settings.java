package io.github.artifactpublisher.store.s3;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where the bucket is and how to get there.
 *
 * @param bucket the bucket's name
 * @param region the region's name; empty: the SDK's chain finds it (environment, profile, instance metadata)
 * @param endpoint another server than Amazon's
 * @param pathStyle whether the bucket is named in the path rather than in the host name
 * @param access who makes the requests
 * @param objects how the bucket is to keep the objects
 * @param proxy the HTTP proxy; empty: system properties and environment say
 * @param connections how many connections may be open at once
 * @param userAgent name and version of the program, for the server's log
 */
public record S3Settings(
        String bucket,
        Optional<String> region,
        Optional<URI> endpoint,
        boolean pathStyle,
        Access access,
        ObjectOptions objects,
        Optional<Proxy> proxy,
        int connections,
        String userAgent) {
    /**
     * An HTTP proxy.
     *
     * @param uri scheme, host and port
     * @param user the user's name, if it asks for one
     * @param password the password; never printed
     * @param direct hosts that are asked directly, with {@code *} for any run of characters
     */
    public record Proxy(URI uri, Optional<String> user, Optional<String> password, Set<String> direct) {
        @Override
        public String toString() {
            return uri.toString();
        }
    }

    /** The endpoint, or a name for the usual one. */
    String endpointName() {
        return endpoint.map(URI::toString).orElse("Amazon S3");
    }

    /** Where in the bucket: {@code s3://bucket/key}. */
    String location(String key) {
        return "s3://" + bucket + "/" + key;
    }
}
