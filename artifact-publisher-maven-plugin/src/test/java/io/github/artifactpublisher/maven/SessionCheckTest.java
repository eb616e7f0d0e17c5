package io.github.artifactpublisher.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.maven.check.CheckCalls;
import io.github.artifactpublisher.maven.settings.SelectionParameter;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.RecordedRequest;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal check, in modules whose executions of publish have these parameters, before a real server. */
class SessionCheckTest {
    @TempDir
    Path root;

    private GoalStage stage;

    @BeforeEach
    void aReactorOfThree() throws IOException {
        stage = new GoalStage(root, "one", "two", "three");
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void rightSettingsPassAndWriteNothing() throws Exception {
        check("one", Map.of());

        assertThat(stage.published("").keys()).isEmpty();
    }

    @Test
    void allProblemsOfAModuleAreInOneMessage() {
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("layout", "sideways");
        wrong.put("retryFor", "soon");
        wrong.put("requestTimeout", "1ms");
        wrong.put("memory", "lots");
        wrong.put("multipartThreshold", "1KB");
        wrong.put("endpoint", "ftp://example.com");
        wrong.put("slug", "no slug");
        wrong.put("branch", "..");
        wrong.put("targetPaths", List.of("a/{nothing}"));
        wrong.put("encryption", "rot13");
        wrong.put("kmsKeyId", "alias/key");
        wrong.put("serverId", "unknown");
        wrong.put("names", "short");
        wrong.put("skip", "perhaps");

        assertThatThrownBy(() -> check("one", Map.of("one", wrong)))
                .isInstanceOf(MojoFailureException.class)
                .satisfies(e -> assertThat(e.getMessage().lines().map(line -> line.replaceFirst("^\\d+\\. ", "")))
                        .hasSize(14)
                        .contains("The settings of this build have 13 problems:")
                        .contains("artifacts.layout is 'sideways', which is neither 'in-place' nor 'by-build'."
                                + " Correct it. (in the module one)")
                        .anyMatch(line -> line.startsWith("artifacts.skip is 'perhaps'"))
                        .anyMatch(line -> line.startsWith("artifacts.retryFor is 'soon'"))
                        .anyMatch(line -> line.startsWith("artifacts.requestTimeout is '1ms'"))
                        .anyMatch(line -> line.startsWith("artifacts.memory is 'lots'"))
                        .anyMatch(line -> line.startsWith("artifacts.multipartThreshold is '1KB'"))
                        .anyMatch(line -> line.startsWith("artifacts.endpoint is 'ftp://example.com'"))
                        .anyMatch(line -> line.startsWith("artifacts.slug is 'no slug'"))
                        .anyMatch(line -> line.startsWith("artifacts.branch is '..'"))
                        .anyMatch(line -> line.startsWith("artifacts.targetPaths is 'a/{nothing}'"))
                        .anyMatch(line -> line.startsWith("artifacts.encryption is 'rot13'"))
                        .anyMatch(line -> line.startsWith("artifacts.serverId is 'unknown'"))
                        .anyMatch(line -> line.startsWith("artifacts.names is 'short'")));
    }

    @Test
    void oneProblemOfAllModulesReadsAsThatOfPublish() {
        Map<String, Object> wrong = Map.of("layout", "sideways");

        assertThatThrownBy(() -> check("one", Map.of("one", wrong, "two", wrong, "three", wrong)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("artifacts.layout is 'sideways', which is neither 'in-place' nor 'by-build'. Correct it.");
    }

    @Test
    void aProblemOfTheLastModuleFailsInTheFirst() {
        assertThatThrownBy(() -> check("one", Map.of("three", Map.of("layout", "sideways"))))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("artifacts.layout is 'sideways', which is neither 'in-place' nor 'by-build'. Correct it."
                        + " (in the module three)");
    }

    @Test
    void wrongSelectionsAreFoundByTheirNumbers() throws Exception {
        Map<String, Object> wrong = Map.of(
                "selections",
                List.of(
                        selection("includes", List.of("*.md"), "gzip", "maybe"),
                        selection(),
                        selection("paths", "a", "level", "99")));

        assertThatThrownBy(() -> check("one", Map.of("one", wrong, "two", wrong, "three", wrong)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("have 3 problems:")
                .hasMessageContaining("selections/selection[1]/gzip is 'maybe'")
                .hasMessageContaining("The selections/selection[2] of the POM selects no files")
                .hasMessageContaining("selections/selection[3]/level is '99'");
    }

    @Test
    void aModuleThatIsSkippedIsNotChecked() {
        Map<String, Object> skipped = Map.of("skip", "true", "layout", "sideways");

        assertThatCode(() -> check("one", Map.of("one", skipped, "two", skipped, "three", skipped)))
                .doesNotThrowAnyException();
    }

    @Test
    void theCheckCanBeTurnedOff() {
        Map<String, Object> off = Map.of("check", "false", "layout", "sideways");

        assertThatCode(() -> check("one", Map.of("one", off, "two", off, "three", off)))
                .doesNotThrowAnyException();
    }

    @Test
    void modulesThatShareAPathWithDifferentSettingsAreFound() {
        assertThatThrownBy(() -> check("one", Map.of("two", Map.of("storageClass", "GLACIER"))))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("The modules one and two publish to the same path");
    }

    @Test
    void aBucketThatDoesNotExistFails() {
        Map<String, Object> wrong = Map.of("bucket", "no-such-bucket");

        assertThatThrownBy(() -> check("one", Map.of("one", wrong, "two", wrong, "three", wrong)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("The bucket no-such-bucket does not exist");
    }

    /** It may be available again when the build publishes. */
    @Test
    void aServerThatIsAwayIsAWarning() {
        Map<String, Object> away = Map.of("endpoint", "http://127.0.0.1:1", "retryFor", "0");

        assertThatCode(() -> check("one", Map.of("one", away, "two", away, "three", away)))
                .doesNotThrowAnyException();
    }

    @Test
    void aHostThatDoesNotExistFails() {
        Map<String, Object> unknown = Map.of("endpoint", "https://no-such-host.invalid", "retryFor", "0");

        assertThatThrownBy(() -> check("one", Map.of("one", unknown, "two", unknown, "three", unknown)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("No answer from https://no-such-host.invalid");
    }

    @Test
    void anOfflineRunIsFound() {
        stage.session.getRequest().setOffline(true);

        assertThatThrownBy(() -> check("one", Map.of()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("This run of Maven is offline");
    }

    @Test
    void aMisspeltPropertyOfOneModuleIsNamedWithIt() {
        stage.modules.get("two").getProperties().setProperty("artifacts.secrets", "x");

        assertThatThrownBy(() -> check("one", Map.of()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("The property artifacts.secrets is not a setting of artifact-publisher-maven-plugin."
                        + " Set the environment variable ARTIFACTS_SECRET instead. (in the module two)");
    }

    /** A plugin may set the property before the goal runs in the module. */
    @Test
    void aModuleWithAnUnknownExpressionIsCheckedInItsTurn() throws Exception {
        Map<String, Object> unknown = Map.of("targetPaths", List.of("a/${later}"));
        check("one", Map.of("two", unknown));

        assertThat(begin("three")).isEmpty();
        assertThat(begin("two")).containsExactly(stage.modules.get("two"));
        assertThat(begin("two")).isEmpty();
    }

    @Test
    void theFirstModuleChecksAllAndTheOthersNothing() {
        assertThat(begin("two")).hasSize(3);
        assertThat(begin("one")).isEmpty();
        assertThat(begin("three")).isEmpty();
    }

    @Test
    void publishTakesOverTheStoreAndAnUnchangedManifest() throws Exception {
        publishEarlierBuild();
        try (ScriptedProxy proxy = proxy(ProxyScript.passAll())) {
            check("one", through(proxy));
            publish(through(proxy));

            assertThat(manifestRequests(proxy)).containsExactly("GET", "HEAD", "PUT");
            stage.published("main/").assertComplete();
        }
    }

    @Test
    void aManifestThatDoesNotExistIsAskedForOnce() throws Exception {
        try (ScriptedProxy proxy = proxy(ProxyScript.passAll())) {
            check("one", through(proxy));
            publish(through(proxy));

            assertThat(manifestRequests(proxy).subList(0, 3)).containsExactly("GET", "HEAD", "PUT");
            stage.published("main/").assertComplete();
        }
    }

    @Test
    void aManifestThatAnotherBuildHasWrittenSinceIsReadAgain() throws Exception {
        try (ScriptedProxy proxy = proxy(ProxyScript.passAll())) {
            check("one", through(proxy));
            publishEarlierBuild();
            publish(through(proxy));

            assertThat(manifestRequests(proxy)).containsExactly("GET", "HEAD", "GET", "PUT");
            stage.published("main/").assertComplete();
        }
    }

    /** Credentials that may only write can publish. */
    @Test
    void aDeniedReadIsNoVerdict() throws Exception {
        ProxyAction denied = ProxyAction.answer(
                403, Map.of("Content-Type", "application/xml"), "<Error><Code>AccessDenied</Code></Error>");
        try (ScriptedProxy proxy = proxy(ProxyScript.first(
                2, request -> request.method().equals("GET") && request.path().endsWith("/manifest.json"), denied))) {
            check("one", through(proxy));
            publish(through(proxy));

            assertThat(stage.session.getResult().getExceptions()).isEmpty();
            assertThat(stage.published("main/").keys()).anyMatch(key -> key.endsWith("/manifest.json"));
        }
    }

    @Test
    void theStoreIsClosedWhenTheSessionEndsWithoutPublishing() throws Exception {
        check("one", Map.of());
        assertThat(openStores()).hasSize(1);

        stage.session.getResult().addException(new MojoFailureException("tests"));
        stage.end();

        assertThat(openStores()).isEmpty();
    }

    /** A module with a build extension has a copy of the plugin's classes. */
    @Test
    void modulesWithCopiesOfTheClassesAreCheckedToo() throws Exception {
        CheckCalls calls = CheckCalls.of(stage.session);
        synchronized (calls.lock()) {
            calls.begin(stage.modules.get("one"));
            stage.run("Check", "one", Map.of());
            stage.run("Check", GoalStage.copy(), "two", Map.of("layout", "sideways"));

            assertThatThrownBy(() -> SessionGoals.run(stage.call("check", "one")))
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessageStartingWith("artifacts.layout is 'sideways'")
                    .hasMessageEndingWith("(in the module two)");
        }
    }

    private Map<?, ?> openStores() {
        return (Map<?, ?>) stage.session.getRequest().getData().get("io.github.artifactpublisher.stores");
    }

    private ScriptedProxy proxy(ProxyScript script) {
        return ScriptedProxy.inFrontOf(stage.server.endpoint(), script);
    }

    private static Map<String, Map<String, Object>> through(ScriptedProxy proxy) {
        Map<String, Object> endpoint = Map.of("endpoint", proxy.endpoint().toString());
        return Map.of("one", endpoint, "two", endpoint, "three", endpoint);
    }

    private static List<String> manifestRequests(ScriptedProxy proxy) {
        return proxy.requests().stream()
                .filter(request -> request.path().endsWith("/manifest.json"))
                .map(RecordedRequest::method)
                .toList();
    }

    private void publish(Map<String, Map<String, Object>> parameters) throws Exception {
        for (String name : List.of("one", "two", "three")) {
            stage.run("Publish", name, parameters.getOrDefault(name, Map.of()));
        }
        stage.end();
    }

    /** In a session of its own. */
    private void publishEarlierBuild() throws Exception {
        GoalStage current = stage;
        try (GoalStage earlier = new GoalStage(Files.createDirectory(root.resolve("earlier")), "one")) {
            stage = earlier;
            earlier.run(
                    "Publish",
                    "one",
                    Map.of("endpoint", current.server.endpoint().toString()));
            earlier.end();
        } finally {
            stage = current;
        }
    }

    private List<MavenProject> begin(String module) {
        return CheckCalls.of(stage.session).begin(stage.modules.get(module));
    }

    private static SelectionParameter selection(Object... values) throws IllegalAccessException {
        SelectionParameter selection = new SelectionParameter();
        for (int i = 0; i < values.length; i += 2) {
            GoalStage.set(selection, (String) values[i], values[i + 1]);
        }
        return selection;
    }

    /** What Maven does when the first module comes to the goal, with these parameters of the modules. */
    private void check(String current, Map<String, Map<String, Object>> parameters) throws Exception {
        CheckCalls calls = CheckCalls.of(stage.session);
        synchronized (calls.lock()) {
            for (MavenProject module : calls.begin(stage.modules.get(current))) {
                String name = module.getArtifactId();
                stage.run("Check", name, parameters.getOrDefault(name, Map.of()));
            }
            SessionGoals.run(stage.call("check", current));
        }
    }
}
