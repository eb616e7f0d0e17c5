package io.github.artifactpublisher.store.s3.retry;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Clock, sleep and timer, which tests replace. Thread-safe. */
public interface Time {
    /** The clock of this machine. */
    Time SYSTEM = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }

        @Override
        public Timer every(Duration interval, Runnable tick) {
            Thread thread = new Thread(() -> tickUntilInterrupted(interval, tick), "artifact-publisher-waiting");
            thread.setDaemon(true);
            thread.start();
            return thread::interrupt;
        }
    };

    /** A repeated task; {@link #close} stops it. */
    @FunctionalInterface
    interface Timer extends AutoCloseable {
        @Override
        void close();
    }

    /** Returns nanoseconds since an arbitrary moment, as {@link System#nanoTime}. */
    long nanos();

    /** Waits for this time. */
    void sleep(Duration pause) throws InterruptedException;

    /** Runs a task repeatedly on another thread, the first time after one interval. */
    Timer every(Duration interval, Runnable tick);

    private static void tickUntilInterrupted(Duration interval, Runnable tick) {
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(interval.toNanos());
                tick.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
