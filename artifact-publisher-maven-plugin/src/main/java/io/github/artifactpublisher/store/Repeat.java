package io.github.artifactpublisher.store;

import java.time.Duration;

/**
 * A request that failed and will be sent again.
 *
 * @param action its name in S3: {@code PutObject}
 * @param location what it is for: {@code s3://bucket/key}
 * @param server host and port that were asked
 * @param attempt the number of the attempt that failed, 1 or more
 * @param cause why it failed
 * @param pause how long to wait before the next attempt
 * @param left how long attempts go on if none succeeds
 */
public record Repeat(
        String action, String location, String server, int attempt, String cause, Duration pause, Duration left) {}
