package io.github.artifactpublisher.manifest;

import io.github.artifactpublisher.git.CommitId;

/** Knows the ancestors of commits. Thread-safe. */
@FunctionalInterface
public interface Ancestry {
    /** Knows no ancestors. */
    Ancestry UNKNOWN = (ancestor, descendant) -> false;

    /** Whether a commit is an ancestor of another one; false if that is not known. */
    boolean isAncestor(CommitId ancestor, CommitId descendant);
}
