package io.github.artifactpublisher.publish;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** What is waited for another build, before one tries or looks again. Thread-safe. */
@FunctionalInterface
public interface Pause {
    /** Longer is of no use: whoever is ahead writes a manifest, which takes a moment. */
    long MOST_MILLIS = 2000;

    /** A random time, longer from attempt to attempt, so that builds that met do not meet again. */
    static Pause jittered() {
        return attempt -> TimeUnit.MILLISECONDS.sleep(
                ThreadLocalRandom.current().nextLong(Math.min(MOST_MILLIS, 50L << Math.min(attempt, 10))));
    }

    /**
     * Waits.
     *
     * @param attempt the number of the attempt, or look, that is to begin, 2 or more
     */
    void before(int attempt) throws InterruptedException;

    /**
     * The same.
     *
     * @throws PublishInterruptedException if this thread is interrupted; it stays interrupted
     */
    default void await(int attempt) {
        try {
            before(attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishInterruptedException(e);
        }
    }
}
