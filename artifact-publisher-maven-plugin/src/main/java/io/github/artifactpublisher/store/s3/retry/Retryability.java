package io.github.artifactpublisher.store.s3.retry;

import io.github.artifactpublisher.store.StoreException;
import java.util.Set;
import software.amazon.awssdk.core.exception.AbortedException;

/** Whether and when a failed request may succeed if it is sent again. */
enum Retryability {
    /** Never, without a change by the user. */
    NEVER,
    /** At the next attempt: the SDK has adjusted its clock to the server's response. */
    AT_ONCE,
    /** Perhaps within seconds: the name server may have failed, but more often the name is wrong. */
    BRIEFLY,
    /** When the server is available again. */
    WHEN_BACK,
    /** When the server has less load. */
    WHEN_IDLE;

    private static final Set<String> THROTTLING = Set.of("SlowDown", "TooManyRequests", "RequestLimitExceeded");
    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * Returns the retryability of a failure.
     *
     * @param conflicts whether the request is retried after a conflict with another write
     */
    static Retryability of(StoreException failure, boolean conflicts) {
        if (Thread.currentThread().isInterrupted()) {
            return NEVER;
        }
        return switch (failure.kind()) {
            case CLOCK_SKEWED -> AT_ONCE;
            case CONFLICT -> conflicts ? WHEN_BACK : NEVER;
            case SERVER_FAILED -> isThrottled(failure) ? WHEN_IDLE : WHEN_BACK;
            case UNREACHABLE -> ofNetwork(failure);
            default -> NEVER;
        };
    }

    private static boolean isThrottled(StoreException failure) {
        return failure.facts().code().filter(THROTTLING::contains).isPresent()
                || failure.facts()
                        .status()
                        .filter(status -> status == TOO_MANY_REQUESTS)
                        .isPresent();
    }

    private static Retryability ofNetwork(StoreException failure) {
        boolean aborted = S3Failures.chain(failure).stream().anyMatch(AbortedException.class::isInstance);
        if (aborted || failure.isRefusedByTls()) {
            return NEVER;
        }
        return failure.isUnknownHost() ? BRIEFLY : WHEN_BACK;
    }
}
