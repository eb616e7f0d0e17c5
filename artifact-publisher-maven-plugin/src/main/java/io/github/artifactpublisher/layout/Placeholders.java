package io.github.artifactpublisher.layout;

import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.ci.CommitId;
import io.github.artifactpublisher.ci.PullRequest;
import io.github.artifactpublisher.ci.RepositorySlug;
import io.github.artifactpublisher.ci.Sourced;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The values that a {@link KeyTemplate} may name. */
public final class Placeholders {
    private Placeholders() {}

    /**
     * All placeholders with their values in this build; a known placeholder without a value maps to empty.
     *
     * @param slug the repository
     * @param branch what stands for the branch: see {@link io.github.artifactpublisher.ci.BuildRef}
     */
    public static Map<String, Optional<String>> of(
            CiBuild build, Optional<RepositorySlug> slug, Optional<String> branch) {
        Optional<CommitId> commit = build.commit().map(Sourced::value);
        Map<String, Optional<String>> values = new TreeMap<>();
        values.put("slug", slug.map(RepositorySlug::value));
        values.put("owner", slug.map(RepositorySlug::owner));
        values.put("repo", slug.map(RepositorySlug::repository));
        values.put("branch", branch);
        values.put("tag", build.tag().map(Sourced::value));
        values.put("commit", commit.map(CommitId::value));
        values.put("shortCommit", commit.map(CommitId::abbreviated));
        values.put("pullRequest", build.pullRequest().map(PullRequest::number));
        values.put("buildNumber", build.buildNumber().map(Sourced::value));
        return values;
    }
}
