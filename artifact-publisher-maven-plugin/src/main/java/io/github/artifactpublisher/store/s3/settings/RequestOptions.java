package io.github.artifactpublisher.store.s3.settings;

import java.time.Duration;

/**
 * The options of requests.
 *
 * @param retryFor how long a request is retried while the server is not available (it refuses or resets connections,
 *     does not respond in time, or answers 5xx or 429), counted from the first failure of that request; zero: no
 *     retries. The limit holds for each request, not for the sum of several.
 * @param requestTimeout how long the server may send nothing before an attempt fails
 * @param checksums whether requests have a SHA-256 beside the Content-MD5
 */
public record RequestOptions(Duration retryFor, Duration requestTimeout, Checksums checksums) {
    /** The options that apply unless the user sets others. */
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
