package io.github.artifactpublisher.git;

import java.time.Instant;
import java.util.List;
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

    /** The tag that points at the commit at HEAD, without {@code refs/tags/}; empty if several do. */
    Optional<String> exactTag();

    /** All tags that point at the commit at HEAD, without {@code refs/tags/}. */
    default List<String> tagsAtHead() {
        return exactTag().stream().toList();
    }

    /** The committer's time of the commit at HEAD. */
    Optional<Instant> commitTime();

    /**
     * Whether a commit is among those that another one builds on; false where the working copy cannot tell, as a
     * shallow one often cannot.
     */
    default boolean isAncestor(CommitId ancestor, CommitId descendant) {
        return false;
    }

    /**
     * Whether the commit at HEAD is a certain one or a descendant of it; empty where the working copy cannot tell, as a
     * shallow one often cannot.
     *
     * @param commit a commit, or an annotated tag of one
     */
    default Optional<Boolean> headContains(CommitId commit) {
        return headCommit().filter(commit.value()::equals).map(same -> true);
    }

    /**
     * Whether the commit at HEAD is what a certain merge has merged, as the last commit of a pull request's branch is;
     * empty where the working copy does not have the merge or its parents.
     */
    default Optional<Boolean> headIsMergedBy(CommitId merge) {
        return Optional.empty();
    }

    /** The remote-tracking branches at the commit at HEAD, such as {@code origin/main}. */
    default List<String> remoteBranchesAtHead() {
        return List.of();
    }

    /**
     * The tracked files whose content differs from that at HEAD, in the whole repository, relative to its root. Files
     * that are not tracked do not count, nor do those below a submodule; a submodule counts if it stands on another
     * commit or has such files itself. Empty where the working copy cannot tell.
     */
    default Optional<List<String>> changedFiles() {
        return Optional.empty();
    }

    /** No repository at all. */
    static GitView none() {
        return NoGit.INSTANCE;
    }
}
