package io.github.artifactpublisher.store.s3.settings;

import java.time.Duration;

/**
 * How requests are sent.
 *
 * @param retryFor how long a request is repeated while the server is away (it refuses or resets connections, does not
 *     answer in time, or answers 5xx or 429), counted from the first failure of that request; zero: not at all. It
 *     bounds each request by itself, not the sum of several.
 * @param timeout how long the server may be silent before an attempt counts as failed
 * @param checksums whether requests have a SHA-256 beside the Content-MD5
 */
public record RequestOptions(Duration retryFor, Duration timeout, Checksums checksums) {
    /** What holds unless the user says otherwise. */
    public static final RequestOptions DEFAULTS =
            new RequestOptions(Duration.ofMinutes(3), Duration.ofSeconds(30), Checksums.AUTO);

    /** Whether requests have headers {@code x-amz-checksum-*}. */
    public enum Checksums {
        /** Until the server refuses them. */
        AUTO,
        /** Never. */
        NONE
    }
}
