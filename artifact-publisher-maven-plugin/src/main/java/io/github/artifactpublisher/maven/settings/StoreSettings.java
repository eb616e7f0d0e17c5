package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.store.s3.settings.Access.Role;
import io.github.artifactpublisher.store.s3.settings.BucketOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions.Checksums;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import java.time.Duration;
import java.util.Optional;

/**
 * The connection of a goal to its bucket, the same for reading and publishing.
 *
 * @param bucket the bucket
 * @param identity the origin of the credentials
 * @param objects how the bucket stores objects, who owns it and who pays
 * @param requests retries, timeouts and checksums
 * @param connections the number of connections that may be open at the same time
 */
public record StoreSettings(
        Bucket bucket, Identity identity, BucketOptions objects, RequestOptions requests, int connections) {
    /** Returns the connection for a goal that uploads. */
    StoreSettings forUploads(BucketOptions stored, Checksums checksums, int number) {
        RequestOptions sent = new RequestOptions(requests.retryFor(), requests.requestTimeout(), checksums);
        return new StoreSettings(bucket, identity, stored, sent, number);
    }

    /** Returns the same connection, with retries for at most this time. */
    public StoreSettings retryingAtMost(Duration max) {
        Duration retryFor = requests.retryFor().compareTo(max) < 0 ? requests.retryFor() : max;
        return new StoreSettings(
                bucket,
                identity,
                objects,
                new RequestOptions(retryFor, requests.requestTimeout(), requests.checksums()),
                connections);
    }

    /**
     * The bucket.
     *
     * @param name its name
     * @param region its region; empty if the AWS settings give it
     * @param endpoint another server than Amazon S3
     * @param pathStyle whether the path of a URL names the bucket, and not the host
     */
    public record Bucket(String name, Optional<String> region, Optional<S3Endpoint> endpoint, boolean pathStyle) {}

    /**
     * The origin of the credentials. The credentials themselves are read when they are needed.
     *
     * @param serverId the server in settings.xml
     * @param profile the AWS profile
     * @param role the role to assume
     */
    public record Identity(Optional<String> serverId, Optional<String> profile, Optional<Role> role) {}
}
