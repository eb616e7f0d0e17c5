package io.github.artifactpublisher.ci;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables that the servers set as well and env-ci reads, while we do without them. Only with them it is the fault of
 * env-ci if it is wrong.
 */
final class EnvCiVariables {
    private static final Pattern NAME_IN_BRACES = Pattern.compile("\\{([A-Za-z0-9_]+)}");

    /**
     * {@code NAME=VALUE} or {@code NAME=VALUE if OTHER}; a variable whose braces name one that is not there is not set.
     */
    private static final Map<String, List<String>> BY_SERVER = Map.ofEntries(
            server("Woodpecker", "CI_REPO_OWNER=octo", "CI_REPO_NAME=app"),
            server("GitLab CI", "CI_PROJECT_URL=https://gitlab.example/{CI_PROJECT_PATH}"),
            server("Azure Pipelines", "BUILD_BUILDURI=vstfs:///Build/Build/{BUILD_BUILDID}"),
            server("AWS CodeBuild", "AWS_REGION=eu-west-1"),
            server("AppVeyor", "APPVEYOR_BUILD_VERSION=1.0.{APPVEYOR_BUILD_NUMBER}"),
            server("Semaphore", "SEMAPHORE_JOB_ID=b1e6661e"),
            server("Drone", "DRONE_REPO_OWNER=octo", "DRONE_REPO_NAME=app"),
            // Deprecated but still set: "Legacy variable deprecation" in Buddy's blog.
            server(
                    "Buddy",
                    "BUDDY_EXECUTION_BRANCH={BUDDY_RUN_BRANCH}",
                    "BUDDY_EXECUTION_REVISION={BUDDY_RUN_COMMIT}",
                    "BUDDY_EXECUTION_ID={BUDDY_RUN_ID}",
                    "BUDDY_EXECUTION_URL={BUDDY_RUN_URL}",
                    "BUDDY_EXECUTION_PULL_REQUEST_NO={BUDDY_RUN_PR_NO}",
                    "BUDDY_EXECUTION_PULL_REQUEST_ID=pull/{BUDDY_RUN_PR_NO}",
                    "BUDDY_EXECUTION_PULL_REQUEST_HEAD_BRANCH={BUDDY_RUN_PR_HEAD_BRANCH}",
                    "BUDDY_EXECUTION_PULL_REQUEST_BASE_BRANCH={BUDDY_RUN_PR_BASE_BRANCH}"),
            server(
                    "Bamboo",
                    "bamboo_agentId=131073 if bamboo_buildKey",
                    "bamboo_planRepository_1_branchName={bamboo_planRepository_branchName}",
                    "bamboo_planRepository_1_revision={bamboo_planRepository_revision}",
                    "bamboo_buildResultsUrl={bamboo_resultsUrl}"),
            server("Jenkins multibranch", "GIT_BRANCH={BRANCH_NAME}"),
            server(
                    "Jenkins",
                    "ghprbActualCommit=" + "b".repeat(40) + " if ghprbPullId",
                    "gitlabBranch={gitlabSourceBranch}",
                    "gitlabMergeRequestId=7700{gitlabMergeRequestIid}"));

    private EnvCiVariables() {}

    static Situation added(Situation situation) {
        return situation.with(BY_SERVER.getOrDefault(situation.server(), List.of()).stream()
                .flatMap(line -> assignment(line, situation.environment()).stream())
                .toArray(String[]::new));
    }

    private static Map.Entry<String, List<String>> server(String name, String... lines) {
        return Map.entry(name, Arrays.asList(lines));
    }

    private static Optional<String> assignment(String line, Map<String, String> environment) {
        String[] condition = line.split(" if ", 2);
        boolean holds = condition.length == 1 || environment.containsKey(condition[1]);
        return holds ? filledIn(condition[0], environment) : Optional.empty();
    }

    private static Optional<String> filledIn(String text, Map<String, String> environment) {
        Matcher name = NAME_IN_BRACES.matcher(text);
        if (!name.find()) {
            return Optional.of(text);
        }
        return Optional.ofNullable(environment.get(name.group(1)))
                .map(value -> name.replaceFirst(Matcher.quoteReplacement(value)));
    }
}
