package io.github.artifactpublisher.store.s3.retry;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.RetryEvent;
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
 * Sends requests, and retries them for some minutes while the server is not available. The SDK does not retry: it
 * counts attempts, and would fail within seconds if a server refuses connections. Thread-safe.
 */
public final class RetryingSender {
    private static final Duration BRIEF = Duration.ofSeconds(5);

    private final S3Failures failures;
    private final SentRequestInterceptor sent;
    private volatile RetryPolicy policy;
    private final Time time;
    private final RetryListener listener;
    private final PendingRequests pending;
    private final AtomicReference<SupportedHeaders> supported;

    /**
     * Creates the sender of a client.
     *
     * @param sent names the server that requests are sent to
     * @param options how long and with which headers requests are sent
     * @param listener is notified of each retry
     */
    public RetryingSender(
            S3Failures failures,
            SentRequestInterceptor sent,
            RequestOptions options,
            Time time,
            RetryListener listener) {
        this.failures = failures;
        this.sent = sent;
        this.policy = new RetryPolicy(options.retryFor());
        this.time = time;
        this.listener = listener;
        this.pending = new PendingRequests(sent, time, listener);
        this.supported = new AtomicReference<>(new SupportedHeaders(options.checksums() == Checksums.AUTO, true));
    }

    /** Sets how long requests are retried, from the next request on. */
    public void retryFor(Duration retryFor) {
        policy = new RetryPolicy(retryFor);
    }

    /**
     * Sends a request without optional headers.
     *
     * @param action the S3 operation: {@code PutObject}
     * @param where the key or the prefix
     * @throws NoSuchKeyException if the object does not exist, which may be a result: see {@link NotFound}
     * @throws StoreException if the request fails and is not retried, or did not succeed in time
     */
    public <T> T send(String action, String where, Supplier<T> request) {
        return new Sending(action, where, policy, true).send(SupportedHeaders.PLAIN, headers -> request.get());
    }

    /** Sends a request with the optional headers that the server accepts. */
    public <T> T send(String action, ObjectKey key, Function<SupportedHeaders, T> request) {
        return send(action, key, false, request);
    }

    /**
     * Sends a request with the optional headers that the server accepts.
     *
     * @param conditional whether it has a precondition: then a conflict with another write is not retried, because the
     *     caller decides
     */
    public <T> T send(String action, ObjectKey key, boolean conditional, Function<SupportedHeaders, T> request) {
        return new Sending(action, key.value(), policy, !conditional).send(supported.get(), request);
    }

    /** Sends a request after a failure that the user waits for: retries it for some seconds only. */
    public <T> T sendBriefly(String action, String where, Supplier<T> request) {
        Duration retryFor = policy.retryFor().compareTo(BRIEF) < 0 ? policy.retryFor() : BRIEF;
        return new Sending(action, where, new RetryPolicy(retryFor), true)
                .send(SupportedHeaders.PLAIN, headers -> request.get());
    }

    /**
     * Removes the headers that the server has refused, and keeps those out that other requests have removed meanwhile.
     */
    private void recordSupported(SupportedHeaders first, SupportedHeaders headers) {
        if (headers.equals(first)) {
            return;
        }
        SupportedHeaders before = supported.getAndUpdate(headers::and);
        if (before.checksums() && !headers.checksums()) {
            listener.refused(sent.server(), "x-amz-checksum-*");
        }
        if (before.expectContinue() && !headers.expectContinue()) {
            listener.refused(sent.server(), "Expect");
        }
    }

    /** One request with its attempts. */
    private final class Sending {
        private final String action;
        private final String where;
        private final RetryPolicy policy;
        private final boolean conflicts;
        private int failed;
        private long firstFailure;

        Sending(String action, String where, RetryPolicy policy, boolean conflicts) {
            this.action = action;
            this.where = where;
            this.policy = policy;
            this.conflicts = conflicts;
        }

        <T> T send(SupportedHeaders first, Function<SupportedHeaders, T> request) {
            SupportedHeaders headers = first;
            while (true) {
                try {
                    T answer = attempt(headers, request);
                    recordSupported(first, headers);
                    return answer;
                } catch (NoSuchKeyException e) {
                    recordSupported(first, headers);
                    throw e;
                } catch (RuntimeException e) {
                    StoreException failure = failures.of(action, where, e);
                    Optional<SupportedHeaders> reduced = headers.without(failure, !conflicts);
                    if (reduced.isEmpty()) {
                        await(failure);
                    }
                    headers = reduced.orElse(headers);
                }
            }
        }

        private <T> T attempt(SupportedHeaders headers, Function<SupportedHeaders, T> request) {
            Time.Timer attempt = pending.begin(action, failures.location(where), failed + 1);
            try {
                return request.apply(headers);
            } finally {
                attempt.close();
            }
        }

        private void await(StoreException failure) {
            failed++;
            firstFailure = failed == 1 ? time.nanos() : firstFailure;
            Duration waited = since(firstFailure);
            Retryability retryability = Retryability.of(failure, conflicts);
            Duration pause = policy.pause(retryability, failed, waited).orElseThrow(() -> failure);
            listener.retrying(new RetryEvent(
                    action,
                    failure.facts().location(),
                    sent.server(),
                    failed,
                    cause(failure.facts()),
                    pause,
                    policy.left(retryability, failed, waited)));
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
