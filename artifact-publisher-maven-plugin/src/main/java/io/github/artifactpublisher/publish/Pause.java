package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for another build. Thread-safe. */
@FunctionalInterface
public interface Pause {
    /** Sleeps. */
    Pause SLEEP = time -> TimeUnit.MILLISECONDS.sleep(time.toMillis());

    /** Waits for so long. */
    void sleep(Duration time) throws InterruptedException;

    /**
     * Waits for so long.
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
