package io.github.artifactpublisher.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.maven.settings.SelectionParameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goals of modules that have copies of the plugin's classes of their own, as Maven gives them to a module with a build
 * extension and to one that gives the plugin other dependencies. The copies are real, and so is the server.
 */
class ClassRealmsTest {
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
    void modulesOfTwoCopiesAreOneSet() throws Exception {
        ClassLoader other = GoalStage.copy();
        stage.run("Publish", "one", Map.of());
        stage.run("Publish", other, "two", Map.of());
        stage.run("Publish", "three", Map.of());
        stage.end();

        assertThat(stage.session.getResult().getExceptions()).isEmpty();
        assertThat(stage.published("main/").assertComplete().names())
                .containsExactlyInAnyOrder("one.txt", "two.txt", "three.txt");
    }

    /** The root is built first, and it may be the one with the extension. */
    @Test
    void whicheverCopyIsFirst() throws Exception {
        stage.run("Publish", GoalStage.copy(), "one", Map.of());
        stage.run("Publish", GoalStage.copy(), "two", Map.of());
        stage.run("Publish", "three", Map.of());
        stage.end();

        assertThat(stage.session.getResult().getExceptions()).isEmpty();
        assertThat(stage.published("main/").assertComplete().names())
                .containsExactlyInAnyOrder("one.txt", "two.txt", "three.txt");
    }

    @Test
    void eachModuleCanBeASetOfItsOwn() throws Exception {
        Map<String, Object> perModule = Map.of("perModule", "true");
        stage.run("Publish", "one", perModule);
        stage.run("Publish", GoalStage.copy(), "two", perModule);

        assertThat(stage.published("main/two/").assertComplete().names()).containsExactly("two.txt");
    }

    @Test
    void selectionsOfThePomPassToo() throws Exception {
        Files.writeString(root.resolve("two/notes.md"), "notes");
        ClassLoader other = GoalStage.copy();
        Object selection = other.loadClass(SelectionParameter.class.getName())
                .getConstructor()
                .newInstance();
        GoalStage.set(selection, "includes", List.of("*.md"));
        stage.run("Publish", "one", Map.of());
        stage.run("Publish", other, "two", Map.of("selections", List.of(selection)));
        stage.run("Publish", "three", Map.of());
        stage.end();

        assertThat(stage.published("main/").assertComplete().names())
                .containsExactlyInAnyOrder("one.txt", "two.txt", "two/notes.md", "three.txt");
    }

    @Test
    void aFailureInAModuleWithItsOwnCopyIsAMessage() throws Exception {
        stage.run("Publish", "one", Map.of());

        assertThatThrownBy(() -> stage.run("Publish", GoalStage.copy(), "two", Map.of("layout", "sideways")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("artifacts.layout is 'sideways', which is neither");
    }

    /** Two versions in one build would each wait for the end and publish a part as if it were all. */
    @Test
    void twoVersionsOfThePluginAreRefused() throws Exception {
        stage.run("Publish", "one", Map.of());
        stage.version = "1.1.0";

        assertThatThrownBy(() -> stage.run("Publish", GoalStage.copy(), "two", Map.of()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "The module two has artifact-publisher-maven-plugin 1.1.0, and an earlier module has 1.0.0. Use one version of the plugin in all modules: set it in <pluginManagement> of the root POM.");
    }

    @Test
    void thePlanShowsModulesOfTwoCopies() throws Exception {
        Path plan = root.resolve("plan.json");
        Map<String, Object> toFile = Map.of("planFormat", "json", "planFile", plan.toFile());
        stage.run("Plan", "one", toFile);
        stage.run("Plan", GoalStage.copy(), "two", toFile);
        stage.end();

        assertThat(plan).content().contains("main/one.txt.gz", "main/two.txt.gz");
    }

    /** Each copy would put a listener there, and both would publish the reports. */
    @Test
    void theReportsOfAFailedBuildArePublishedOnce() throws Exception {
        Map<String, Object> reports = Map.of("onFailure", "reports");
        Files.writeString(root.resolve("one/target/test.log"), "one");
        Files.writeString(root.resolve("two/target/test.log"), "two");
        stage.run("Watch", "one", reports);
        stage.run("Watch", GoalStage.copy(), "two", reports);
        stage.session
                .getResult()
                .addBuildSummary(new BuildFailure(stage.modules.get("two"), 1, new MojoFailureException("tests")));
        stage.session.getResult().addException(new MojoFailureException("tests"));
        stage.end();

        List<String> manifests = stage.published("main/failed/").keys().stream()
                .filter(key -> key.endsWith("/manifest.json"))
                .toList();
        assertThat(manifests).hasSize(1);
        assertThat(stage.published(manifests.get(0).replaceAll(".*(main/failed/.*/).*", "$1"))
                        .assertComplete()
                        .names())
                .containsExactlyInAnyOrder("one/target/test.log", "two/target/test.log");
        assertThat(stage.ended).containsExactly("maven");
    }
}
