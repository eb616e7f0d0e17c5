package io.github.artifactpublisher.maven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.maven.GoalStage;
import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.reactor.Contribution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleCheckTest {
    @TempDir
    Path root;

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "GITHUB_ACTIONS", "true",
            "GITHUB_REPOSITORY", "acme/app",
            "GITHUB_EVENT_NAME", "push",
            "GITHUB_REF", "refs/heads/main",
            "GITHUB_REF_NAME", "main",
            "GITHUB_REF_TYPE", "branch",
            "ARTIFACTS_BUCKET", "builds"));

    private GoalStage stage;
    private ModuleCheck check;

    @BeforeEach
    void aModule() throws IOException {
        stage = new GoalStage(root, "one");
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void rightSettingsAreRead() {
        Optional<Contribution> contribution = read(Map.of());

        assertThat(problems()).isEmpty();
        assertThat(contribution.orElseThrow().settings().targets().toString()).contains("artifacts/acme/app/main");
    }

    @Test
    void wrongVariablesAreFoundByTheirNames() {
        environment.put("ARTIFACTS_BUCKET", "");
        environment.put("ARTIFACTS_S3_BUCKET", "s3://builds");
        environment.put("ARTIFACTS_LAYOUT", "sideways");
        environment.put("ARTIFACTS_TARGET_PATHS", "a/$TRAVIS_BRANCH");
        read(Map.of());

        assertThat(problems())
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("ARTIFACTS_S3_BUCKET is 's3://builds'"))
                .anyMatch(problem -> problem.startsWith("ARTIFACTS_LAYOUT is 'sideways'"))
                .anyMatch(problem -> problem.startsWith("ARTIFACTS_TARGET_PATHS has '$TRAVIS_BRANCH'"));
    }

    @Test
    void aMissingBucketHidesNothing() {
        environment.remove("ARTIFACTS_BUCKET");
        read(Map.of("artifacts.layout", "sideways"));

        assertThat(problems())
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("artifacts.bucket is not set"))
                .anyMatch(problem -> problem.startsWith("artifacts.layout is 'sideways'"));
    }

    /** Without the repository of the CI server, {slug} has no value: that is no problem of its own. */
    @Test
    void aWrongVariableOfTheCiServerHidesNothingAndMakesNoOther() {
        environment.put("GITHUB_REPOSITORY", "no slug");
        read(Map.of("artifacts.layout", "sideways"));

        assertThat(problems())
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("GITHUB_REPOSITORY has an invalid value"))
                .anyMatch(problem -> problem.startsWith("artifacts.layout is 'sideways'"));
    }

    @Test
    void aTriggerThatIsNotTrustedHidesNothing() {
        environment.put("GITHUB_EVENT_NAME", "workflow_run");
        read(Map.of("artifacts.layout", "sideways"));

        assertThat(problems())
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("This build was started by 'workflow_run'"))
                .anyMatch(problem -> problem.startsWith("artifacts.layout is 'sideways'"));
    }

    @Test
    void aPatternThatIsNotValidHidesNothing() {
        read(Map.of("artifacts.includes", List.of("a["), "artifacts.ifEmpty", "maybe", "artifacts.acl", "ALL"));

        assertThat(problems())
                .hasSize(3)
                .anyMatch(problem -> problem.contains("a["))
                .anyMatch(problem -> problem.startsWith("artifacts.ifEmpty is 'maybe'"))
                .anyMatch(problem -> problem.startsWith("artifacts.acl is 'ALL'"));
    }

    /** Each has a valid value only together with the other. */
    @Test
    void aSettingThatDependsOnAWrongOneIsNoProblemOfItsOwn() {
        read(Map.of(
                "artifacts.encryption",
                "rot13",
                "artifacts.kmsKeyId",
                "alias/key",
                "artifacts.memory",
                "much",
                "artifacts.multipartThreshold",
                "100MiB"));

        assertThat(problems())
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("artifacts.encryption is 'rot13'"))
                .anyMatch(problem -> problem.startsWith("artifacts.memory is 'much'"));
    }

    @Test
    void aBuildWithoutSecretsIsLeftOut() {
        environment.put("GITHUB_ACTOR", "dependabot[bot]");
        environment.put("GITHUB_EVENT_NAME", "pull_request");
        environment.put("GITHUB_REF", "refs/pull/5/merge");
        environment.put("GITHUB_HEAD_REF", "dependabot/maven/x");
        read(Map.of("artifacts.layout", "sideways"));
        assertThat(problems()).hasSize(1);

        environment.remove("ARTIFACTS_BUCKET");

        assertThat(read(Map.of("artifacts.layout", "sideways"))).isEmpty();
        assertThat(problems()).isEmpty();
    }

    @Test
    void aSkippedPullRequestIsLeftOut() {
        environment.put("GITHUB_EVENT_NAME", "pull_request");
        environment.put("GITHUB_REF", "refs/pull/5/merge");
        environment.put("GITHUB_HEAD_REF", "topic");
        environment.put("ARTIFACTS_PULL_REQUESTS", "skip");

        assertThat(read(Map.of("artifacts.layout", "sideways"))).isEmpty();
        assertThat(problems()).isEmpty();
    }

    private Optional<Contribution> read(Map<String, ?> configured) {
        Map<String, Object> all = TestParameters.none();
        all.putAll(configured);
        check = new ModuleCheck(stage.call("check", "one", all, environment));
        return check.contribution();
    }

    private List<String> problems() {
        return check.problems().stream()
                .map(problem -> FailureMessages.of(problem).orElseThrow())
                .toList();
    }
}
