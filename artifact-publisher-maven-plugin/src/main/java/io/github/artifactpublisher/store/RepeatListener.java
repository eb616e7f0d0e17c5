package io.github.artifactpublisher.store;

/**
 * Is told of the requests that are sent, and of those sent again because the network or the server failed; from several
 * threads at once.
 */
@FunctionalInterface
public interface RepeatListener {
    /** A request failed and will be sent again. */
    void repeated(Repeat repeat);

    /** A request, and perhaps others at the same time, has no complete answer yet. */
    default void waiting(UnansweredRequest oldest) {}

    /**
     * A server refuses a header that requests can do without, and gets it no more.
     *
     * @param server host and port
     * @param header its name
     */
    default void refused(String server, String header) {}

    /**
     * A request is sent, be it the first time or again.
     *
     * @param action its name in S3: {@code PutObject}
     */
    default void sent(String action) {}
}
