package io.github.artifactpublisher.store.s3;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Clock, sleep and timer, so that a test needs none of them. Thread-safe. */
interface Time {
    /** The time of this machine. */
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

    /** Stops when it is closed. */
    @FunctionalInterface
    interface Timer extends AutoCloseable {
        @Override
        void close();
    }

    /** Nanoseconds since some moment; only differences mean something. */
    long nanos();

    /** Waits. */
    void sleep(Duration pause) throws InterruptedException;

    /** Does something again and again on another thread, the first time after one interval. */
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
