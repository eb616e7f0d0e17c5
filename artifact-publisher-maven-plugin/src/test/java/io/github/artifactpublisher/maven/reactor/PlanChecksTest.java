package io.github.artifactpublisher.maven.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.maven.GoalStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code plan} fails with the same message as {@code publish} before its first request. */
class PlanChecksTest {
    @TempDir
    Path root;

    /** The settings of two modules. */
    record Refused(String sentence, Map<String, Object> one, Map<String, Object> two) {
        Refused(String sentence, Map<String, Object> both) {
            this(sentence, both, both);
        }
    }

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused("publish to the same path", Map.of(), Map.of("concurrency", "2")),
                new Refused(
                        "as sets of their own (artifacts.perModule)",
                        Map.of("perModule", "true", "targetPaths", List.of("a/{artifactId}/b/two")),
                        Map.of("perModule", "true", "targetPaths", List.of("a/one/b/{artifactId}"))),
                new Refused("The build has nothing to publish", Map.of("attached", "false")),
                new Refused(
                        "would be published as the same object",
                        Map.of("base", "root", "paths", "one/pom.xml=>one.txt")),
                new Refused("artifacts.onFailure is 'x'", Map.of("onFailure", "x")),
                new Refused("artifacts.allowPartial is 'x'", Map.of("allowPartial", "x")),
                new Refused("artifacts.layout is 'x'", Map.of("layout", "x")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void planFailsIfPublishWouldFail(Refused refused) throws Exception {
        String published = failure("Publish", refused);

        assertThat(published).contains(refused.sentence());
        assertThat(failure("Plan", refused)).isEqualTo(published);
    }

    @Test
    void aPartOfTheModulesIsNotPlanned() throws Exception {
        assertThat(failureOfPart("Publish"))
                .contains("leaves out two (-pl or -rf)")
                .isEqualTo(failureOfPart("Plan"));
    }

    private String failure(String goal, Refused refused) throws Exception {
        try (GoalStage stage = stage()) {
            stage.run(goal, "one", refused.one());
            stage.run(goal, "two", refused.two());
            stage.end();
            return stage.session.getResult().getExceptions().get(0).getMessage();
        } catch (MojoFailureException e) {
            return e.getMessage();
        }
    }

    private String failureOfPart(String goal) throws Exception {
        try (GoalStage stage = stage()) {
            stage.bind("publish");
            stage.session.setProjects(List.of(stage.modules.get("one")));
            stage.run(goal, "one", Map.of());
            return "";
        } catch (MojoFailureException e) {
            return e.getMessage();
        }
    }

    private GoalStage stage() throws Exception {
        GoalStage stage = new GoalStage(root, "one", "two");
        Files.writeString(root.resolve("one/pom.xml"), "<project/>");
        return stage;
    }
}
