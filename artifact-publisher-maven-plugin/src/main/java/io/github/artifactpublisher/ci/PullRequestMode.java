package io.github.artifactpublisher.ci;

/** Where the build of a pull request from the same repository goes. Builds of forks go nowhere. */
public enum PullRequestMode {
    /** To the path of its topic branch. */
    BRANCH,
    /** To a path of its own: {@code pull/NUMBER}. */
    NUMBER,
    /** Nowhere. */
    SKIP
}
