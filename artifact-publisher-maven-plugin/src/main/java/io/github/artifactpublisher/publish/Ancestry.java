package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.git.CommitId;

/** Knows which commits others build on. Thread-safe. */
@FunctionalInterface
public interface Ancestry {
    /** Knows nothing. */
    Ancestry UNKNOWN = (ancestor, descendant) -> false;

    /** Whether a commit is among those that another one builds on; false if that cannot be told. */
    boolean isAncestor(CommitId ancestor, CommitId descendant);
}
