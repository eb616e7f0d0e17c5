package io.github.artifactpublisher.store;

/**
 * Told of the requests that are made, and of those made again because the network or the server failed; from several
 * threads at once.
 */
@FunctionalInterface
public interface RepeatListener {
    /**
     * A request is made again.
     *
     * @param request what is asked of whom, for a person
     * @param attempt the number of this attempt, 2 or more
     * @param most how many there will be at most
     */
    void repeated(String request, int attempt, int most);

    /**
     * A request goes out, be it the first time or again.
     *
     * @param action what it asks for, by its name in S3: {@code PutObject}
     */
    default void sent(String action) {}
}
