package io.github.artifactpublisher.layout;

import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.ci.PullRequest;
import io.github.artifactpublisher.ci.RepositorySlug;
import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.text.Sourced;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of the placeholders of a {@link KeyTemplate}. A known placeholder may have no value in this build. Not
 * thread-safe while it is filled.
 */
public final class Placeholders {
    private final KeyMode mode;
    private final Map<String, Optional<String>> values = new TreeMap<>();

    /** Placeholders whose values become parts of keys in this mode. */
    public Placeholders(KeyMode mode) {
        this.mode = mode;
    }

    /** Adds the placeholders of the repository: {@code slug}, {@code owner}, {@code repo}. */
    public Placeholders repository(Optional<RepositorySlug> slug) {
        values.put("slug", slug.map(RepositorySlug::value).map(mode::path));
        values.put("owner", slug.map(RepositorySlug::owner).map(mode::path));
        return put("repo", slug.map(RepositorySlug::repository));
    }

    /**
     * Adds the placeholders of the build: {@code branch} and {@code ref}, {@code tag}, {@code commit},
     * {@code shortCommit}, {@code pullRequest}, {@code buildNumber}.
     *
     * @param ref the name that the build is published under: see {@link io.github.artifactpublisher.ci.BuildRef}
     */
    public Placeholders build(CiBuild build, Optional<String> ref) {
        Optional<CommitId> commit = build.commit().map(Sourced::value);
        put("branch", ref);
        put("ref", ref);
        put("tag", build.tag().map(Sourced::value));
        put("commit", commit.map(CommitId::value));
        put("shortCommit", commit.map(CommitId::abbreviated));
        put("pullRequest", build.pullRequest().map(PullRequest::number));
        return put("buildNumber", build.buildNumber().map(Sourced::value));
    }

    /**
     * Adds the placeholders of a time, in UTC: {@code date} (ISO 8601), {@code yyyy}, {@code MM}, {@code dd},
     * {@code HH}.
     */
    public Placeholders time(Instant time) {
        put("date", time, "uuuu-MM-dd");
        put("yyyy", time, "uuuu");
        put("MM", time, "MM");
        put("dd", time, "dd");
        return put("HH", time, "HH");
    }

    private Placeholders put(String name, Instant time, String pattern) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        return put(name, Optional.of(format.format(time.atOffset(ZoneOffset.UTC))));
    }

    /** Adds any other placeholder, as one segment. */
    public Placeholders put(String name, Optional<String> value) {
        values.put(name, value.map(mode::segment));
        return this;
    }

    Map<String, Optional<String>> values() {
        return values;
    }
}
