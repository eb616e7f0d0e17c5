package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Retry;
import io.github.artifactpublisher.store.RetryListener;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions.Checksums;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Sends requests, and sends them again while the server is away. The SDK does not retry: its retries are a number of
 * attempts, which is over in seconds if a server refuses connections. Thread-safe.
 */
final class RetryingSender {
    private static final Duration BRIEF = Duration.ofSeconds(5);

    private final S3Failures failures;
    private final SentRequests sent;
    private final RetryPolicy patience;
    private final Time time;
    private final RetryListener listener;
    private final OpenRequests open;
    private final AtomicReference<OptionalHeaders> known;

    RetryingSender(S3Failures failures, SentRequests sent, RequestOptions options, Time time, RetryListener listener) {
        this.failures = failures;
        this.sent = sent;
        this.patience = new RetryPolicy(options.retryFor());
        this.time = time;
        this.listener = listener;
        this.open = new OpenRequests(sent, time, listener);
        this.known = new AtomicReference<>(new OptionalHeaders(options.checksums() == Checksums.AUTO, true));
    }

    /**
     * Sends a request. That there is no such object is left as it is: it may be an answer, see {@code NotFound}.
     *
     * @param where the key that it is for, or the prefix
     * @throws StoreException if it fails and cannot succeed, or did not succeed in time
     */
    <T> T send(String action, String where, Supplier<T> request) {
        return new Sending(action, where, patience, true).send(OptionalHeaders.PLAIN, form -> request.get());
    }

    /** Sends a request in the form that the server takes, see {@link OptionalHeaders}. */
    <T> T send(String action, ObjectKey key, Function<OptionalHeaders, T> request) {
        return send(action, key, ConditionHeaders.NONE, request);
    }

    /** The same. A conflicting write is waited for unless there is a condition: its owner decides what that means. */
    <T> T send(String action, ObjectKey key, ConditionHeaders condition, Function<OptionalHeaders, T> request) {
        return new Sending(action, key.value(), patience, condition.equals(ConditionHeaders.NONE))
                .send(known.get(), request);
    }

    /** Sends a request that comes after a failure of which the user waits to hear. */
    <T> T sendBriefly(String action, String where, Supplier<T> request) {
        Duration retryFor = patience.retryFor().compareTo(BRIEF) < 0 ? patience.retryFor() : BRIEF;
        return new Sending(action, where, new RetryPolicy(retryFor), true)
                .send(OptionalHeaders.PLAIN, form -> request.get());
    }

    /** That another request has shown more is kept. */
    private void remember(OptionalHeaders first, OptionalHeaders form) {
        if (form.equals(first)) {
            return;
        }
        OptionalHeaders before = known.getAndUpdate(form::and);
        if (before.checksums() && !form.checksums()) {
            listener.refused(sent.server(), "x-amz-checksum-*");
        }
        if (before.expectContinue() && !form.expectContinue()) {
            listener.refused(sent.server(), "Expect");
        }
    }

    /** One request with its attempts. */
    private final class Sending {
        private final String action;
        private final String where;
        private final RetryPolicy patience;
        private final boolean conflicts;
        private int failed;
        private long firstFailure;

        Sending(String action, String where, RetryPolicy patience, boolean conflicts) {
            this.action = action;
            this.where = where;
            this.patience = patience;
            this.conflicts = conflicts;
        }

        <T> T send(OptionalHeaders first, Function<OptionalHeaders, T> request) {
            OptionalHeaders form = first;
            while (true) {
                try {
                    T answer = attempt(form, request);
                    remember(first, form);
                    return answer;
                } catch (NoSuchKeyException e) {
                    remember(first, form);
                    throw e;
                } catch (RuntimeException e) {
                    StoreException failure = failures.of(action, where, e);
                    Optional<OptionalHeaders> simpler = form.without(failure, !conflicts);
                    if (simpler.isEmpty()) {
                        await(failure);
                    }
                    form = simpler.orElse(form);
                }
            }
        }

        private <T> T attempt(OptionalHeaders form, Function<OptionalHeaders, T> request) {
            Time.Timer attempt = open.begin(action, failures.location(where), failed + 1);
            try {
                return request.apply(form);
            } finally {
                attempt.close();
            }
        }

        private void await(StoreException failure) {
            failed++;
            firstFailure = failed == 1 ? time.nanos() : firstFailure;
            Duration waited = since(firstFailure);
            Retryability healing = Retryability.of(failure, conflicts);
            Duration pause = patience.pause(healing, failed, waited).orElseThrow(() -> failure);
            listener.retrying(new Retry(
                    action,
                    failure.facts().location(),
                    sent.server(),
                    failed,
                    cause(failure.facts()),
                    pause,
                    patience.left(healing, failed, waited)));
            sleep(pause, failure);
        }

        private Duration since(long start) {
            return Duration.ofNanos(time.nanos() - start);
        }

        private void sleep(Duration pause, StoreException failure) {
            try {
                time.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failure;
            }
        }
    }

    private static String cause(Facts facts) {
        String cause = Stream.of(facts.status().map(String::valueOf), facts.code(), facts.message())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return cause.isEmpty() ? "no reason given" : cause;
    }
}
