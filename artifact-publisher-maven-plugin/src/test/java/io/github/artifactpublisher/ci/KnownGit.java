package io.github.artifactpublisher.ci;

import java.time.Instant;
import java.util.Optional;

/** A working copy that says what a test wants it to say. */
record KnownGit(
        Optional<String> remoteUrl,
        Optional<String> branch,
        Optional<String> headCommit,
        Optional<String> exactTag,
        Optional<Instant> commitTime)
        implements GitView {
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

    static KnownGit none() {
        return new KnownGit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    KnownGit on(String name) {
        return new KnownGit(remoteUrl, Optional.of(name), headCommit, exactTag, commitTime);
    }

    KnownGit tagged(String name) {
        return new KnownGit(remoteUrl, branch, headCommit, Optional.of(name), commitTime);
    }

    KnownGit at(String commit) {
        return new KnownGit(remoteUrl, branch, Optional.of(commit), exactTag, commitTime);
    }

    KnownGit from(String url) {
        return new KnownGit(Optional.of(url), branch, headCommit, exactTag, commitTime);
    }
}
