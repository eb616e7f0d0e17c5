package io.github.artifactpublisher.store.s3.retry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The pauses between the attempts of one request.
 *
 * @param retryFor the time from the first failure in which attempts are made
 */
record RetryPolicy(Duration retryFor) {
    /** Java caches an unknown host name for ten seconds: the last attempt sends another DNS query. */
    static final int MAX_BRIEF_ATTEMPTS = 4;

    private static final Duration BRIEF_STEP = Duration.ofSeconds(2);
    private static final long FIRST_MILLIS = 200;
    private static final long FIRST_MILLIS_WHEN_THROTTLED = 1000;

    /** Together with the connection timeout of 5 s, attempts begin at most 15 s apart. */
    private static final long MAX_MILLIS = 10_000;

    /** Returns the time in which further attempts are made if none succeeds. */
    Duration left(Retryability retryability, int failures, Duration sinceFirstFailure) {
        Duration left = left(sinceFirstFailure);
        return switch (retryability) {
            case NEVER, AT_ONCE -> Duration.ZERO;
            case BRIEFLY -> shorter(left, brief(failures, MAX_BRIEF_ATTEMPTS));
            case WHEN_BACK, WHEN_IDLE -> left;
        };
    }

    private Duration left(Duration sinceFirstFailure) {
        Duration left = retryFor.minus(sinceFirstFailure);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Returns the sum of the pauses between these attempts. */
    private static Duration brief(int from, int to) {
        return BRIEF_STEP.multipliedBy(IntStream.range(from, to).sum());
    }

    /**
     * Returns the pause before the next attempt; empty if there is none.
     *
     * @param failures the number of failed attempts, 1 or more
     */
    Optional<Duration> pause(Retryability retryability, int failures, Duration sinceFirstFailure) {
        Duration left = left(sinceFirstFailure);
        return switch (retryability) {
            case NEVER -> Optional.empty();
            case AT_ONCE -> failures == 1 ? Optional.of(Duration.ZERO) : Optional.empty();
            case BRIEFLY ->
                within(left, BRIEF_STEP.multipliedBy(failures)).filter(pause -> failures < MAX_BRIEF_ATTEMPTS);
            case WHEN_BACK -> within(left, jittered(FIRST_MILLIS, failures));
            case WHEN_IDLE -> within(left, jittered(FIRST_MILLIS_WHEN_THROTTLED, failures));
        };
    }

    /** The last attempt is made at the end of {@link #retryFor}. */
    private static Optional<Duration> within(Duration left, Duration pause) {
        return left.isZero() ? Optional.empty() : Optional.of(shorter(pause, left));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Doubles the pause each time. Half of it is random, so that many requests are not sent at once. */
    private static Duration jittered(long first, int failures) {
        long max = Math.min(MAX_MILLIS, first << Math.min(failures - 1, 10));
        return Duration.ofMillis(max / 2 + ThreadLocalRandom.current().nextLong(max / 2 + 1));
    }
}
