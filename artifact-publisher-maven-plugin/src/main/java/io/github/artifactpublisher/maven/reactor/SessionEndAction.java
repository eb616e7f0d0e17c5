package io.github.artifactpublisher.maven.reactor;

import java.util.List;

/** What is done when Maven ends its session: one of the two, once. */
public interface SessionEndAction {
    /**
     * Every module has passed.
     *
     * @throws RuntimeException what it throws fails the build
     */
    void passed();

    /**
     * The build has failed, and stays failed whatever is done here.
     *
     * @param modules the artifactIds of the modules that failed, in the order of the reactor; none if what failed was
     *     no module
     */
    default void failed(List<String> modules) {}
}
