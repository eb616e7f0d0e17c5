package io.github.artifactpublisher.store;

import java.time.Duration;

/**
 * A request that has no complete answer yet.
 *
 * @param action its name in S3: {@code PutObject}
 * @param location what it is for: {@code s3://bucket/key}
 * @param server host and port that were asked
 * @param attempt the number of the attempt, 1 or more
 * @param since how long ago the attempt began
 * @param others how many other requests have waited as long
 */
public record UnansweredRequest(
        String action, String location, String server, int attempt, Duration since, int others) {}
