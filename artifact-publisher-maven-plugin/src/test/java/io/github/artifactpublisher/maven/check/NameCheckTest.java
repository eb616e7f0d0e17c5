package io.github.artifactpublisher.maven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.maven.check.NameCheck.Finding;
import io.github.artifactpublisher.maven.message.FailureMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;

class NameCheckTest {
    private static final String NO_SETTING = " is not a setting of artifact-publisher-maven-plugin";

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();

    @Test
    void aPropertyOfThePomIsNamedWithTheNearestAndWithoutItsValue() {
        assertThat(messages(check(Map.of()).of(module("artifacts.buckt", "a-secret"))))
                .containsExactly("The property artifacts.buckt" + NO_SETTING + ". Rename it to artifacts.bucket.");
    }

    @Test
    void theCommandLineAndTheEnvironmentAreNamed() {
        request.getUserProperties().setProperty("artifacts.pullRequest", "skip");
        request.getSystemProperties().setProperty("artifact.bucket", "builds");
        request.getSystemProperties().setProperty("env.ARTIFACTS_BUKET", "builds");

        assertThat(messages(
                        check(Map.of("ARTIFACTS_BUKET", "builds", "HOME", "/")).ofSession(List.of())))
                .containsExactlyInAnyOrder(
                        "-Dartifact.bucket" + NO_SETTING + ". Rename it to artifacts.bucket.",
                        "-Dartifacts.pullRequest" + NO_SETTING + ". Rename it to artifacts.pullRequests.",
                        "The environment variable ARTIFACTS_BUKET" + NO_SETTING + ". Rename it to ARTIFACTS_BUCKET.");
    }

    @Test
    void whatIsReadFromTheEnvironmentOnlyIsNamedAsAVariable() {
        assertThat(messages(check(Map.of()).of(module("artifacts.secret", "a-secret"))))
                .containsExactly("The property artifacts.secret" + NO_SETTING
                        + ". Set the environment variable ARTIFACTS_SECRET instead.");
        assertThat(messages(check(Map.of("ARTIFACTS_SECRT", "a-secret")).ofSession(List.of())))
                .containsExactly(
                        "The environment variable ARTIFACTS_SECRT" + NO_SETTING + ". Rename it to ARTIFACTS_SECRET.");
    }

    @Test
    void whatMayHaveAnotherPurposeIsAWarning() {
        NameCheck check = check(Map.of("ARTIFACTS_PATH", "target", "ARTIFACTS_DIR", "target"));
        List<Finding> findings = new ArrayList<>(check.ofSession(List.of()));
        findings.addAll(check.of(module("artifacts.ours", "x")));

        assertThat(findings).allMatch(Finding::isWarning);
        assertThat(messages(findings))
                .containsExactly(
                        "The environment variable ARTIFACTS_PATH" + NO_SETTING
                                + ". If it is meant to be one, rename it to ARTIFACTS_PATHS.",
                        "The property artifacts.ours" + NO_SETTING
                                + " and has no effect. docs/settings.md lists the settings.");
    }

    @Test
    void anEmptyValueCountsAsNone() {
        assertThat(check(Map.of("ARTIFACTS_BUKET", " ")).ofSession(List.of())).isEmpty();
        assertThat(check(Map.of()).of(module("artifacts.buckt", ""))).isEmpty();
    }

    /** A project may have names of its own for the values. */
    @Test
    void aNameThatAPomTakesTheValueOfASettingFromIsRight() {
        MavenProject module = module("artifact.bucket", "builds");
        Model written = new Model();
        written.addProperty("artifact.bucket", "builds");
        written.addProperty("artifacts.bucket", "${artifact.bucket}");
        written.addProperty("artifacts.region", "${env.ARTIFACT_REGION}");
        module.setOriginalModel(written);

        assertThat(check(Map.of()).of(module)).isEmpty();
        assertThat(check(Map.of("ARTIFACT_REGION", "eu-central-1")).ofSession(List.of(module)))
                .isEmpty();
    }

    private NameCheck check(Map<String, String> environment) {
        return new NameCheck(
                session(), environment, new SettingNames(TestParameters.none().keySet()));
    }

    private static List<String> messages(List<Finding> findings) {
        return findings.stream()
                .map(finding -> FailureMessages.of(finding.problem()).orElseThrow())
                .toList();
    }

    private static MavenProject module(String property, String value) {
        Model model = new Model();
        model.addProperty(property, value);
        model.addProperty("artifacts.bucket", "builds");
        return new MavenProject(model);
    }

    /** Maven deprecates all constructors of its session: they are for itself and for tests. */
    @SuppressWarnings("deprecation")
    private MavenSession session() {
        return new MavenSession(null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    }
}
