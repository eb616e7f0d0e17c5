package io.github.artifactpublisher.git;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions about a working copy. An answer is empty if there is no repository, no git, or no such value; the
 * state of the repository never causes an exception. Implementations are thread-safe.
 */
public interface GitView {
    /** The URL of the remote it was cloned from, as configured; may contain user info. */
    Optional<String> remoteUrl();

    /** The branch that HEAD names, without {@code refs/heads/}; empty if HEAD is detached, as it is on CI servers. */
    Optional<String> branch();

    /** The full id of the commit at HEAD. */
    Optional<String> headCommit();

    /** All tags that point at the commit at HEAD, without {@code refs/tags/}. */
    List<String> tagsAtHead();

    /** The only tag that points at the commit at HEAD; empty if several do. */
    default Optional<String> exactTag() {
        return tagsAtHead().size() == 1 ? Optional.of(tagsAtHead().get(0)) : Optional.empty();
    }

    /** The committer's time of the commit at HEAD. */
    Optional<Instant> commitTime();

    /**
     * Whether a commit is an ancestor of another; false if the working copy does not show it, which is frequent in a
     * shallow clone.
     */
    boolean isAncestor(CommitId ancestor, CommitId descendant);

    /**
     * Whether the commit at HEAD is a certain commit or a descendant of it; empty if the working copy does not show it,
     * which is frequent in a shallow clone.
     *
     * @param commit a commit, or an annotated tag of one
     */
    Optional<Boolean> headContains(CommitId commit);

    /**
     * Whether the commit at HEAD is the second parent of a merge, as the last commit of a pull request's branch is;
     * empty if the working copy does not have the merge or its parents.
     */
    Optional<Boolean> headIsMergedBy(CommitId merge);

    /** The remote-tracking branches at the commit at HEAD, such as {@code origin/main}. */
    List<String> remoteBranchesAtHead();

    /**
     * The tracked files whose content differs from that at HEAD, in the whole repository, relative to its root. Files
     * that are not tracked do not count, nor do those below a submodule; a submodule counts if another commit is
     * checked out in it or it has such files itself. Empty if git does not answer.
     */
    Optional<List<String>> changedFiles();
}
