package io.github.artifactpublisher.store;

/** Receives the events of requests: sent, retried, waiting. Methods are called from several threads at once. */
@FunctionalInterface
public interface RetryListener {
    /** A request failed and will be sent again. */
    void retrying(RetryEvent retry);

    /** A request, and perhaps others at the same time, has no complete response yet. */
    default void waiting(UnansweredRequest oldest) {}

    /**
     * A server refuses an optional header. It is no longer sent to this server.
     *
     * @param server host and port
     * @param header its name
     */
    default void refused(String server, String header) {}

    /**
     * A request is sent, for the first time or again.
     *
     * @param action the S3 operation: {@code PutObject}
     */
    default void sent(String action) {}
}
