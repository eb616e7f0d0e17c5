package io.github.artifactpublisher.store;

import java.time.Duration;

/**
 * A request that has no complete response yet.
 *
 * @param action the S3 operation: {@code PutObject}
 * @param location the bucket and key: {@code s3://bucket/key}
 * @param server host and port of the server
 * @param attempt the number of the attempt, 1 or more
 * @param since the time since the attempt began
 * @param others the number of other requests that have waited as long
 */
public record UnansweredRequest(
        String action, String location, String server, int attempt, Duration since, int others) {}
