package io.github.artifactpublisher.store.s3;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * How long to wait between the attempts of one request.
 *
 * @param retryFor how long attempts go on, from the first failure on
 */
record RetryPolicy(Duration retryFor) {
    /** Java remembers for ten seconds that a name is unknown: the last attempt asks the name server again. */
    static final int MAX_BRIEF_ATTEMPTS = 4;

    private static final Duration BRIEF_STEP = Duration.ofSeconds(2);
    private static final long FIRST_MILLIS = 200;
    private static final long FIRST_MILLIS_WHEN_THROTTLED = 1000;

    /** With the five seconds of a connection that nobody accepts no more than 15 s go by from attempt to attempt. */
    private static final long MAX_MILLIS = 10_000;

    /** How long attempts go on if none succeeds. */
    Duration left(Retryability healing, int failures, Duration sinceFirstFailure) {
        Duration left = left(sinceFirstFailure);
        return switch (healing) {
            case NEVER, AT_ONCE -> Duration.ZERO;
            case BRIEFLY -> shorter(left, brief(failures, MAX_BRIEF_ATTEMPTS));
            case WHEN_BACK, WHEN_IDLE -> left;
        };
    }

    private Duration left(Duration sinceFirstFailure) {
        Duration left = retryFor.minus(sinceFirstFailure);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** All brief pauses between these attempts. */
    private static Duration brief(int from, int to) {
        return BRIEF_STEP.multipliedBy(IntStream.range(from, to).sum());
    }

    /**
     * The pause before the next attempt; empty if there is none.
     *
     * @param failures how many attempts have failed, 1 or more
     */
    Optional<Duration> pause(Retryability healing, int failures, Duration sinceFirstFailure) {
        Duration left = left(sinceFirstFailure);
        return switch (healing) {
            case NEVER -> Optional.empty();
            case AT_ONCE -> failures == 1 ? Optional.of(Duration.ZERO) : Optional.empty();
            case BRIEFLY ->
                within(left, BRIEF_STEP.multipliedBy(failures)).filter(pause -> failures < MAX_BRIEF_ATTEMPTS);
            case WHEN_BACK -> within(left, jittered(FIRST_MILLIS, failures));
            case WHEN_IDLE -> within(left, jittered(FIRST_MILLIS_WHEN_THROTTLED, failures));
        };
    }

    /** The last attempt is made when the patience ends. */
    private static Optional<Duration> within(Duration left, Duration pause) {
        return left.isZero() ? Optional.empty() : Optional.of(shorter(pause, left));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Twice as long each time; half of it at random, so that many requests do not come at once. */
    private static Duration jittered(long first, int failures) {
        long most = Math.min(MAX_MILLIS, first << Math.min(failures - 1, 10));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
