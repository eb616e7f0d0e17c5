package io.github.artifactpublisher.testing;

import io.github.artifactpublisher.git.GitView;
import java.time.Instant;
import java.util.Optional;

/** A working copy without git: all answers are empty. */
public enum NoGit implements GitView {
    INSTANCE;

    @Override
    public Optional<String> remoteUrl() {
        return Optional.empty();
    }

    @Override
    public Optional<String> branch() {
        return Optional.empty();
    }

    @Override
    public Optional<String> headCommit() {
        return Optional.empty();
    }

    @Override
    public Optional<String> exactTag() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> commitTime() {
        return Optional.empty();
    }
}
