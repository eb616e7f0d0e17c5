package io.github.artifactpublisher.store.s3.retry;

import io.github.artifactpublisher.store.RetryListener;
import io.github.artifactpublisher.store.UnansweredRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports the requests without a complete response, every 15 s and once for all of them, because parallel uploads wait
 * for the same server. Thread-safe.
 */
final class PendingRequests {
    private static final Duration CHECK_EVERY = Duration.ofSeconds(1);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(15).minus(CHECK_EVERY);

    private final SentRequestInterceptor sent;
    private final Time time;
    private final RetryListener listener;
    private final List<Pending> oldestFirst = new ArrayList<>();
    private Time.Timer timer;
    private long lastReport;

    PendingRequests(SentRequestInterceptor sent, Time time, RetryListener listener) {
        this.sent = sent;
        this.time = time;
        this.listener = listener;
    }

    /** Starts an attempt, which ends when the returned value is closed. */
    synchronized Time.Timer begin(String action, String location, int attempt) {
        if (oldestFirst.isEmpty()) {
            lastReport = time.nanos();
            timer = time.every(CHECK_EVERY, this::report);
        }
        Pending request = new Pending(action, location, attempt, time.nanos());
        oldestFirst.add(request);
        return () -> end(request);
    }

    private synchronized void end(Pending request) {
        oldestFirst.removeIf(each -> each == request);
        if (oldestFirst.isEmpty()) {
            timer.close();
        }
    }

    private void report() {
        due().ifPresent(listener::waiting);
    }

    private synchronized Optional<UnansweredRequest> due() {
        long now = time.nanos();
        List<Pending> waiting = oldestFirst.stream()
                .filter(request -> isLong(request.start, now))
                .toList();
        if (waiting.isEmpty() || !isLong(lastReport, now)) {
            return Optional.empty();
        }
        lastReport = now;
        Pending oldest = waiting.get(0);
        Duration since = Duration.ofNanos(now - oldest.start);
        return Optional.of(new UnansweredRequest(
                oldest.action, oldest.location, sent.server(), oldest.attempt, since, waiting.size() - 1));
    }

    private static boolean isLong(long start, long now) {
        return now - start >= REPORT_EVERY.toNanos();
    }

    /** Not a record: two attempts of one request would be equal. */
    private static final class Pending {
        private final String action;
        private final String location;
        private final int attempt;
        private final long start;

        Pending(String action, String location, int attempt, long start) {
            this.action = action;
            this.location = location;
            this.attempt = attempt;
            this.start = start;
        }
    }
}
