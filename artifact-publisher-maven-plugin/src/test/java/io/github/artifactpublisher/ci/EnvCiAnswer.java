package io.github.artifactpublisher.ci;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.artifactpublisher.text.Sourced;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of env-ci for a build, or our answer in the same form.
 *
 * @param values by field; a field that is absent, empty or {@code false} is left out
 */
record EnvCiAnswer(Map<String, String> values) {
    static final List<String> FIELDS =
            List.of("service", "slug", "branch", "isPr", "pr", "prBranch", "tag", "commit", "build", "buildUrl");

    /** The names of the servers in env-ci. */
    private static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("GitHub Actions", "github"),
            Map.entry("Woodpecker", "woodpecker"),
            Map.entry("GitLab CI", "gitlab"),
            Map.entry("Travis CI", "travis"),
            Map.entry("CircleCI", "circleci"),
            Map.entry("Bitbucket Pipelines", "bitbucket"),
            Map.entry("Buildkite", "buildkite"),
            Map.entry("Azure Pipelines", "azurePipelines"),
            Map.entry("AWS CodeBuild", "codebuild"),
            Map.entry("AppVeyor", "appveyor"),
            Map.entry("Semaphore", "semaphore"),
            Map.entry("Drone", "drone"),
            Map.entry("Codefresh", "codefresh"),
            Map.entry("Buddy", "buddy"),
            Map.entry("Bamboo", "bamboo"),
            Map.entry("TeamCity", "teamcity"),
            Map.entry("Jenkins multibranch", "jenkins"),
            Map.entry("Jenkins", "jenkins"),
            Map.entry("unknown CI server", ""),
            Map.entry("no CI server", ""));

    static EnvCiAnswer of(JsonObject json) {
        Map<String, String> values = new HashMap<>();
        for (String field : FIELDS) {
            put(values, field, Optional.ofNullable(json.get(field)).map(EnvCiAnswer::text));
        }
        return new EnvCiAnswer(values);
    }

    /** By env-ci's definitions; the branch is the one "being built or targeted by a Pull Request". */
    static EnvCiAnswer of(CiBuild build) {
        Optional<PullRequest> pullRequest = build.pullRequest();
        Map<String, String> values = new HashMap<>();
        put(values, "service", Optional.of(SERVICES.getOrDefault(build.server(), build.server())));
        put(values, "slug", text(build.slug()));
        put(values, "branch", text(build.branch().or(() -> pullRequest.flatMap(PullRequest::target))));
        put(values, "isPr", Optional.of(String.valueOf(pullRequest.isPresent())));
        put(values, "pr", pullRequest.map(PullRequest::number));
        put(values, "prBranch", text(pullRequest.flatMap(PullRequest::source)));
        put(values, "tag", text(build.tag()));
        put(values, "commit", text(build.commit()));
        put(values, "build", text(build.buildNumber()));
        put(values, "buildUrl", text(build.buildUrl()));
        return new EnvCiAnswer(values);
    }

    /** The fields in which the other differs. */
    List<String> differences(EnvCiAnswer other) {
        return FIELDS.stream()
                .filter(field -> !value(field).equals(other.value(field)))
                .toList();
    }

    Optional<String> value(String field) {
        return Optional.ofNullable(values.get(field));
    }

    private static void put(Map<String, String> values, String field, Optional<String> found) {
        found.filter(value -> !value.isEmpty() && !value.equals("false")).ifPresent(value -> values.put(field, value));
    }

    private static String text(JsonElement element) {
        return element.isJsonNull() ? "" : element.getAsString();
    }

    private static Optional<String> text(Optional<? extends Sourced<?>> found) {
        return found.map(sourced -> sourced.value().toString());
    }
}
