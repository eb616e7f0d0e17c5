package io.github.artifactpublisher.git;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Caches the answers about a working copy. They are values of the JDK, so that several copies of this class, as Maven
 * loads them for modules with build extensions, can share them. Thread-safe.
 */
public final class CachedGit implements GitView {
    private final GitView git;
    private final Map<String, Object> answers;

    /**
     * Makes a cache.
     *
     * @param git answers the questions that are not in the cache
     * @param answers the cache; may be shared
     */
    public CachedGit(GitView git, Map<String, Object> answers) {
        this.git = git;
        this.answers = answers;
    }

    @Override
    public Optional<String> remoteUrl() {
        return once("remoteUrl", git::remoteUrl);
    }

    @Override
    public Optional<String> branch() {
        return once("branch", git::branch);
    }

    @Override
    public Optional<String> headCommit() {
        return once("headCommit", git::headCommit);
    }

    @Override
    public List<String> tagsAtHead() {
        return once("tagsAtHead", git::tagsAtHead);
    }

    @Override
    public Optional<Instant> commitTime() {
        return once("commitTime", git::commitTime);
    }

    @Override
    public Optional<Boolean> headContains(CommitId commit) {
        return once("headContains " + commit, () -> git.headContains(commit));
    }

    @Override
    public Optional<Boolean> headIsMergedBy(CommitId merge) {
        return once("headIsMergedBy " + merge, () -> git.headIsMergedBy(merge));
    }

    @Override
    public List<String> remoteBranchesAtHead() {
        return once("remoteBranchesAtHead", git::remoteBranchesAtHead);
    }

    @Override
    public boolean isAncestor(CommitId ancestor, CommitId descendant) {
        return once("isAncestor " + ancestor + " " + descendant, () -> git.isAncestor(ancestor, descendant));
    }

    @Override
    public Optional<List<String>> changedFiles() {
        return once("changedFiles", git::changedFiles);
    }

    @SuppressWarnings("unchecked")
    private <T> T once(String question, Supplier<T> answer) {
        synchronized (answers) {
            return (T) answers.computeIfAbsent("git " + question, asked -> answer.get());
        }
    }
}
