package io.github.artifactpublisher.store;

import java.time.Duration;

/**
 * A request that failed and will be sent again.
 *
 * @param action the S3 operation: {@code PutObject}
 * @param location the bucket and key: {@code s3://bucket/key}
 * @param server host and port of the server
 * @param attempt the number of the attempt that failed, 1 or more
 * @param cause the reason of the failure
 * @param pause the time before the next attempt
 * @param left the time in which further attempts are made if none succeeds
 */
public record RetryEvent(
        String action, String location, String server, int attempt, String cause, Duration pause, Duration left) {}
