package io.github.artifactpublisher.ci;

/** The origin of a pull request: a fork or the same repository. */
public enum Fork {
    /** It comes from another repository, whose branches may have any name, so it never gets the path of a branch. */
    YES,
    /** It comes from a branch of the same repository. */
    NO,
    /** The CI server has no documented variable for it, or it is not set. */
    UNKNOWN
}
