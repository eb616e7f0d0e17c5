package io.github.artifactpublisher.ci;

/** Whether a pull request comes from another repository than the one it goes to. */
public enum Fork {
    /** It comes from another repository, whose branches may have any name: it never gets a branch's path. */
    YES,
    /** It comes from a branch of the same repository. */
    NO,
    /** The CI server does not say, or not in a documented way. */
    UNKNOWN
}
