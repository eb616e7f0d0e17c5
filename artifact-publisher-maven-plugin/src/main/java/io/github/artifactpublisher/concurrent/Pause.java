package io.github.artifactpublisher.concurrent;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for another build. Thread-safe. */
@FunctionalInterface
public interface Pause {
    /** Sleeps for the whole time. */
    Pause SLEEP = time -> TimeUnit.MILLISECONDS.sleep(time.toMillis());

    /** Sleeps for this time. */
    void sleep(Duration time) throws InterruptedException;

    /**
     * Waits for this time.
     *
     * @throws InterruptedOperationException if this thread is interrupted; it stays interrupted
     */
    default void await(Duration time) {
        try {
            sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedOperationException(e);
        }
    }
}
