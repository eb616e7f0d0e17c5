package io.github.artifactpublisher.maven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.maven.message.FailureMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;

class NameCheckTest {
    private static final String NO_SETTING = " is not a setting of artifact-publisher-maven-plugin";

    private static final String PLUGIN = "io.github.artifactpublisher:artifact-publisher-maven-plugin";

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();

    @Test
    void aPropertyOfThePomIsNamedWithTheNearestAndWithoutItsValue() {
        assertThat(messages(check(Map.of()).of(module("artifacts.buckt", "a-secret"), PLUGIN)))
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
    void aSettingOfTheEnvironmentIsNamedAsAVariable() {
        assertThat(messages(check(Map.of()).of(module("artifacts.secret", "a-secret"), PLUGIN)))
                .containsExactly("The property artifacts.secret" + NO_SETTING
                        + ". Set the environment variable ARTIFACTS_SECRET instead.");
        assertThat(messages(check(Map.of("ARTIFACTS_SECRT", "a-secret")).ofSession(List.of())))
                .containsExactly(
                        "The environment variable ARTIFACTS_SECRT" + NO_SETTING + ". Rename it to ARTIFACTS_SECRET.");
    }

    @Test
    void aNameOfAnotherToolIsAWarning() {
        NameCheck check = check(Map.of("ARTIFACTS_PATH", "target", "ARTIFACTS_DIR", "target"));
        List<Finding> findings = new ArrayList<>(check.ofSession(List.of()));
        findings.addAll(check.of(module("artifacts.ours", "x"), PLUGIN));

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
        assertThat(check(Map.of()).of(module("artifacts.buckt", ""), PLUGIN)).isEmpty();
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

        assertThat(check(Map.of()).of(module, PLUGIN)).isEmpty();
        assertThat(check(Map.of("ARTIFACT_REGION", "eu-central-1")).ofSession(List.of(module)))
                .isEmpty();
    }

    @Test
    void anElementOfThePluginsConfigurationIsNamed() {
        MavenProject module = module("artifacts.bucket", "builds");
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.artifactpublisher");
        plugin.setArtifactId("artifact-publisher-maven-plugin");
        plugin.setConfiguration(configuration("bucket", "targetPath"));
        PluginExecution execution = new PluginExecution();
        execution.setConfiguration(configuration("selections", "ours"));
        plugin.addExecution(execution);
        module.getModel().setBuild(new Build());
        module.getModel().getBuild().addPlugin(plugin);

        assertThat(messages(check(Map.of()).of(module, PLUGIN)))
                .containsExactly(
                        "The element <targetPath> of the plugin's configuration" + NO_SETTING
                                + ". Rename it to <targetPaths>.",
                        "The element <ours> of the plugin's configuration" + NO_SETTING
                                + " and has no effect. docs/settings.md lists the settings.");
    }

    private static Xpp3Dom configuration(String... elements) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        for (String element : elements) {
            configuration.addChild(new Xpp3Dom(element));
        }
        return configuration;
    }

    private NameCheck check(Map<String, String> environment) {
        return new NameCheck(
                session(),
                environment,
                new SettingNames(TestParameters.none().keySet(), Set.of("bucket", "selections")));
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
