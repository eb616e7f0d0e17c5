package io.github.artifactpublisher.maven.reactor;

import java.util.List;

/** An action at the end of Maven's session. One of {@link #passed} and {@link #failed} is called, once. */
public interface SessionEndAction {
    /**
     * Runs if every module has passed.
     *
     * @throws RuntimeException to fail the build
     */
    void passed();

    /**
     * Runs if the build has failed.
     *
     * @param modules the artifactIds of the failed modules, in the order of the reactor; none if no module failed
     */
    default void failed(List<String> modules) {}

    /** Runs in any case, after those methods of all actions. */
    default void ended() {}
}
