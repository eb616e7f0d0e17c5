package io.github.artifactpublisher.git;

import java.time.Instant;
import java.util.Optional;

/** The empty answers if there is no repository. */
enum NoGit implements GitView {
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
