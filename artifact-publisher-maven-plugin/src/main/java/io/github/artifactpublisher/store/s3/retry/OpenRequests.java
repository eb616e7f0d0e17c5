package io.github.artifactpublisher.store.s3.retry;

import io.github.artifactpublisher.store.RetryListener;
import io.github.artifactpublisher.store.UnansweredRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports requests without a complete response, every 15 s and once for all of them, because parallel uploads wait for
 * the same server. Thread-safe.
 */
final class OpenRequests {
    private static final Duration CHECK_EVERY = Duration.ofSeconds(1);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(15).minus(CHECK_EVERY);

    private final SentRequests sent;
    private final Time time;
    private final RetryListener listener;
    private final List<Open> oldestFirst = new ArrayList<>();
    private Time.Timer timer;
    private long lastReport;

    OpenRequests(SentRequests sent, Time time, RetryListener listener) {
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
        Open open = new Open(action, location, attempt, time.nanos());
        oldestFirst.add(open);
        return () -> end(open);
    }

    private synchronized void end(Open open) {
        oldestFirst.removeIf(each -> each == open);
        if (oldestFirst.isEmpty()) {
            timer.close();
        }
    }

    private void report() {
        due().ifPresent(listener::waiting);
    }

    private synchronized Optional<UnansweredRequest> due() {
        long now = time.nanos();
        List<Open> waiting =
                oldestFirst.stream().filter(open -> isLong(open.start, now)).toList();
        if (waiting.isEmpty() || !isLong(lastReport, now)) {
            return Optional.empty();
        }
        lastReport = now;
        Open oldest = waiting.get(0);
        Duration since = Duration.ofNanos(now - oldest.start);
        return Optional.of(new UnansweredRequest(
                oldest.action, oldest.location, sent.server(), oldest.attempt, since, waiting.size() - 1));
    }

    private static boolean isLong(long start, long now) {
        return now - start >= REPORT_EVERY.toNanos();
    }

    /** Not a record: two attempts of one request would be equal. */
    private static final class Open {
        private final String action;
        private final String location;
        private final int attempt;
        private final long start;

        Open(String action, String location, int attempt, long start) {
            this.action = action;
            this.location = location;
            this.attempt = attempt;
            this.start = start;
        }
    }
}
