package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.s3.retry.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

/** A clock that advances only by {@link #sleep} and {@link #pass}, without waiting. */
final class FakeTime implements Time {
    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final List<Runnable> timers = new CopyOnWriteArrayList<>();
    private final IntConsumer onPause;
    private long nanos;

    FakeTime() {
        this(pause -> {});
    }

    /**
     * Starts.
     *
     * @param onPause is given the number of each pause, from 1 on
     */
    FakeTime(IntConsumer onPause) {
        this.onPause = onPause;
    }

    Duration slept() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Lets time go by for a request that is under way, and then every timer tick once. */
    void pass(Duration time) {
        synchronized (this) {
            nanos += time.toNanos();
        }
        timers.forEach(Runnable::run);
    }

    /** How many timers are running. */
    int timers() {
        return timers.size();
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration pause) throws InterruptedException {
        nanos += pause.toNanos();
        pauses.add(pause);
        onPause.accept(pauses.size());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public Timer every(Duration interval, Runnable tick) {
        timers.add(tick);
        return () -> timers.remove(tick);
    }
}
