package io.github.artifactpublisher.store;

/** Told when a request is made again because the network or the server failed; from several threads at once. */
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
}
