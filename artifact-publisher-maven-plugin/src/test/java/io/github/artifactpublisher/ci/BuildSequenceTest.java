package io.github.artifactpublisher.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.text.Sourced;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Only a number that the server counts for the whole repository shows which of two builds is newer. */
class BuildSequenceTest {
    @Test
    void githubsRunNumberIsCountedByWorkflowAndItsIdIsNot() {
        assertThat(sequence(Map.of("GITHUB_ACTIONS", "true", "GITHUB_RUN_NUMBER", "3", "GITHUB_RUN_ID", "9876543210")))
                .contains(9876543210L);
    }

    @Test
    void aNumberThatCountsTheBuildsOfARepositoryIsASequence() {
        assertThat(sequence(Map.of("GITLAB_CI", "true", "CI_PIPELINE_IID", "12")))
                .contains(12L);
        assertThat(sequence(Map.of("TRAVIS", "true", "TRAVIS_BUILD_NUMBER", "12")))
                .contains(12L);
    }

    @Test
    void aNumberOfAJobOrPipelineIsNoSequence() {
        assertThat(sequence(Map.of("CIRCLECI", "true", "CIRCLE_BUILD_NUM", "12")))
                .as("a late job of an early pipeline has the greater number")
                .isEmpty();
        assertThat(sequence(Map.of("JENKINS_URL", "https://ci.example", "BUILD_NUMBER", "12")))
                .isEmpty();
        assertThat(sequence(Map.of("BUILDKITE", "true", "BUILDKITE_BUILD_NUMBER", "12")))
                .isEmpty();
    }

    /** A repository may have several projects there, one for pull requests; their builds' ids are of one counter. */
    @Test
    void appVeyorsBuildNumberIsCountedByProjectAndItsIdIsNot() {
        assertThat(sequence(Map.of("APPVEYOR", "True", "APPVEYOR_BUILD_NUMBER", "7", "APPVEYOR_BUILD_ID", "16428432")))
                .contains(16428432L);
    }

    /** A pipeline for pushes and one for pull requests are usual there. */
    @Test
    void dronesBuildNumberIsCountedByRepositoryAndThatOfHarnessByPipeline() {
        assertThat(sequence(Map.of("DRONE", "true", "DRONE_BUILD_NUMBER", "12")))
                .contains(12L);
        assertThat(sequence(Map.of("DRONE", "true", "DRONE_BUILD_NUMBER", "12", "HARNESS_BUILD_ID", "12")))
                .isEmpty();
    }

    @Test
    void aValueThatIsNotANumberIsNoSequence() {
        assertThat(sequence(Map.of("TF_BUILD", "True", "BUILD_BUILDNUMBER", "20260101.1", "BUILD_BUILDID", "77")))
                .contains(77L);
        assertThat(sequence(Map.of("TRAVIS", "true", "TRAVIS_BUILD_NUMBER", "12b")))
                .isEmpty();
    }

    /** A job that is run again keeps its build number on these servers. */
    @Test
    void theAttemptDistinguishesAJobFromItsRepetition() {
        assertThat(build(Map.of("GITHUB_ACTIONS", "true", "GITHUB_RUN_ATTEMPT", "2"))
                        .attempt()
                        .map(Sourced::value))
                .contains("2");
        assertThat(build(Map.of("GITEA_ACTIONS", "true", "GITHUB_RUN_ATTEMPT", "3"))
                        .attempt()
                        .map(Sourced::value))
                .contains("3");
        assertThat(build(Map.of("BITBUCKET_BUILD_NUMBER", "7", "BITBUCKET_STEP_RUN_NUMBER", "2"))
                        .attempt()
                        .map(Sourced::value))
                .contains("2");
        assertThat(build(Map.of("BUILDKITE", "true", "BUILDKITE_RETRY_COUNT", "1"))
                        .attempt()
                        .map(Sourced::value))
                .contains("1");
        assertThat(build(Map.of(
                                "TF_BUILD", "True",
                                "SYSTEM_STAGEATTEMPT", "1",
                                "SYSTEM_PHASEATTEMPT", "1",
                                "SYSTEM_JOBATTEMPT", "2"))
                        .attempt()
                        .map(Sourced::value))
                .contains("1.1.2");
        assertThat(build(Map.of("GITLAB_CI", "true")).attempt()).isEmpty();
    }

    /** CircleCI numbers each job by itself. */
    @Test
    void allJobsOfARunHaveTheSameRun() {
        assertThat(build(Map.of("CIRCLECI", "true", "CIRCLE_BUILD_NUM", "12", "CIRCLE_WORKFLOW_ID", "f00"))
                        .run()
                        .map(Sourced::value))
                .contains("f00");
        assertThat(build(Map.of("GITHUB_ACTIONS", "true", "GITHUB_RUN_ID", "12"))
                        .run())
                .isEmpty();
    }

    private static CiBuild build(Map<String, String> environment) {
        return CiDetection.detect(environment, KnownGit.none(), path -> Optional.empty());
    }

    private static Optional<Long> sequence(Map<String, String> environment) {
        return CiDetection.detect(environment, KnownGit.none(), path -> Optional.empty())
                .sequence()
                .map(Sourced::value);
    }
}
