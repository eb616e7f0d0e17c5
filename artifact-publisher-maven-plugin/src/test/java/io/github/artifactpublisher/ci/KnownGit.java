package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.git.GitView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A working copy with the answers that a test sets. */
public record KnownGit(
        Optional<String> remoteUrl,
        Optional<String> branch,
        Optional<String> headCommit,
        Optional<String> exactTag,
        Optional<Instant> commitTime)
        implements GitView {
    private static final Pattern COMMIT = Pattern.compile(" ([a-f])\\1{7}(?: |$)");

    static final String HEAD = "d".repeat(40);
    static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");

    /** As CI servers check out, with a token in the URL, from a repository that is none of the tests'. */
    static KnownGit detached() {
        return new KnownGit(
                Optional.of("https://user:s3cret@git.example/remote/copy.git"),
                Optional.empty(),
                Optional.of(HEAD),
                Optional.empty(),
                Optional.of(TIME));
    }

    public static KnownGit none() {
        return new KnownGit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public KnownGit on(String name) {
        return new KnownGit(remoteUrl, Optional.of(name), headCommit, exactTag, commitTime);
    }

    KnownGit tagged(String name) {
        return new KnownGit(remoteUrl, branch, headCommit, Optional.of(name), commitTime);
    }

    KnownGit at(String commit) {
        return new KnownGit(remoteUrl, branch, Optional.of(commit), exactTag, commitTime);
    }

    /** At the commit of a line such as {@code GitHub Actions | octo/app | aaaaaaaa}, if it is one of equal digits. */
    KnownGit atCommitOf(String line) {
        Matcher commit = COMMIT.matcher(line);
        return headCommit.isPresent() && commit.find() ? at(commit.group(1).repeat(40)) : this;
    }

    KnownGit from(String url) {
        return new KnownGit(Optional.of(url), branch, headCommit, exactTag, commitTime);
    }

    @Override
    public List<String> tagsAtHead() {
        return exactTag.stream().toList();
    }

    @Override
    public boolean isAncestor(CommitId ancestor, CommitId descendant) {
        return false;
    }

    @Override
    public Optional<Boolean> headContains(CommitId commit) {
        return headCommit.filter(commit.value()::equals).map(same -> true);
    }

    @Override
    public Optional<Boolean> headIsMergedBy(CommitId merge) {
        return Optional.empty();
    }

    @Override
    public List<String> remoteBranchesAtHead() {
        return List.of();
    }

    @Override
    public Optional<List<String>> changedFiles() {
        return Optional.empty();
    }
}
