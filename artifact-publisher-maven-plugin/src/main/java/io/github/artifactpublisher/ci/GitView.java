package io.github.artifactpublisher.ci;

import java.time.Instant;
import java.util.Optional;

/**
 * What a working copy says about itself. Every answer is empty if there is none: no repository, no git, no such thing.
 * Nothing here throws because of the repository's state. Implementations are thread-safe.
 */
public interface GitView {
    /** The URL of the remote it was cloned from, as configured: it may hold user info. */
    Optional<String> remoteUrl();

    /** The branch that HEAD names, without {@code refs/heads/}; empty if HEAD is detached, as it is on CI servers. */
    Optional<String> branch();

    /** The full id of the commit at HEAD. */
    Optional<String> headCommit();

    /** A tag that points at the commit at HEAD, without {@code refs/tags/}. */
    Optional<String> exactTag();

    /** The committer's time of the commit at HEAD. */
    Optional<Instant> commitTime();

    /**
     * Whether a commit is among those that another one builds on; false where the working copy cannot tell, as a
     * shallow one often cannot.
     */
    default boolean isAncestor(CommitId ancestor, CommitId descendant) {
        return false;
    }

    /** No repository at all. */
    static GitView none() {
        return NoGit.INSTANCE;
    }
}
