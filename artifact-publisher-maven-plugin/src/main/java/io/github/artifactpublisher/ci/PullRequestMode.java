package io.github.artifactpublisher.ci;

/** The path of a build of a pull request from the same repository. Builds of forks are not published. */
public enum PullRequestMode {
    /** The path of its topic branch. */
    BRANCH,
    /** A path of its own: {@code pull/NUMBER}. */
    NUMBER,
    /** Not published. */
    SKIP
}
