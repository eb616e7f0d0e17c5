package io.github.artifactpublisher.manifest;

import io.github.artifactpublisher.git.CommitId;

/** Decides whether a commit is an ancestor of another one. Thread-safe. */
@FunctionalInterface
public interface Ancestry {
    /** Whether a commit is an ancestor of another one; false if that is not known. */
    boolean isAncestor(CommitId ancestor, CommitId descendant);
}
