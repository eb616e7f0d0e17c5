package io.github.artifactpublisher.maven.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.outputs.ObjectAttributes;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.outputs.SafetyCheck.Allowances;
import io.github.artifactpublisher.outputs.Selection;
import io.github.artifactpublisher.outputs.UnmatchedException;
import io.github.artifactpublisher.testing.TestAttributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetOutputsTest {
    private static final ObjectAttributes LONG = TestAttributes.cacheControl("max-age=60");

    @TempDir
    Path root;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.createDirectories(root.resolve("one/target"));
        Files.writeString(root.resolve("one/target/one.log"), "one");
        Files.writeString(root.resolve("NOTICE.txt"), "notice");
    }

    @Test
    void filesOfInheritedSelectionsAreThereOnce() {
        assertThat(names(
                        module("parent", below(Selection.globs(List.of("*.txt"), List.of()))),
                        module("one", below(Selection.globs(List.of("*.txt"), List.of())))))
                .containsExactly("NOTICE.txt");
    }

    @Test
    void selectionsThatOverlapFindAFileOnce() {
        assertThat(names(
                        module("parent", below(Selection.globs(List.of("**/*.txt"), List.of()))),
                        module("one", below(Selection.globs(List.of("*.txt", "one/target/"), List.of())))))
                .containsExactly("NOTICE.txt", "one/target/one.log");
    }

    @Test
    void filesOfAModuleHaveTheAttributesOfItsSelection() throws IOException {
        Output own = output("one/target/one.log").with(LONG);
        List<Output> outputs = SetOutputs.of(List.of(
                module("parent", below(Selection.globs(List.of("**"), List.of()))), module("one", below(), own)));

        assertThat(outputs).containsExactly(own, output("NOTICE.txt"));
    }

    @Test
    void oneFileIsNotStoredInTwoWays() throws IOException {
        assertThatThrownBy(() -> names(
                        module("parent", below(Selection.globs(List.of("*.txt"), List.of()))),
                        module(
                                "one",
                                below(Selection.globs(List.of("*.txt"), List.of())
                                        .with(LONG)))))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        e -> assertThat(FailureMessages.of(e))
                                .contains(
                                        "The file "
                                                + root.toAbsolutePath()
                                                        .normalize()
                                                        .resolve("NOTICE.txt")
                                                + " is selected by parent and by one, with different attributes."
                                                + " Give the selections the same attributes, or exclude the file from one of them with excludes."));
        assertThatThrownBy(() -> names(module(
                        "one",
                        below(),
                        output("NOTICE.txt"),
                        output("NOTICE.txt").with(LONG))))
                .hasMessageContaining("is selected by one twice, with different");
    }

    @Test
    void oneFileUnderTwoNamesIsTwoOutputs() throws IOException {
        Output notice = output("NOTICE.txt");

        assertThat(names(module("one", below(), notice, notice.named("LICENSE.txt"), notice)))
                .containsExactly("NOTICE.txt", "LICENSE.txt");
    }

    @Test
    void aMissingFileIsReportedAtTheEnd() {
        RootSelections missing = below(Selection.globs(List.of("two/target/*.log"), List.of()));

        assertThatThrownBy(() -> names(module("one", missing))).isInstanceOf(UnmatchedException.class);
    }

    private List<String> names(Contribution... modules) {
        return SetOutputs.of(Arrays.asList(modules)).stream().map(Output::name).toList();
    }

    private RootSelections below(Selection... selections) {
        return new RootSelections(root, List.of(selections), Allowances.of(List.of(), List.of(), List.of()));
    }

    private Contribution module(String name, RootSelections rootSelections, Output... outputs) {
        return new Contribution(
                name,
                Optional.empty(),
                null,
                List.of(outputs),
                rootSelections,
                root.resolve("target"),
                List.of(),
                false,
                false);
    }

    private Output output(String path) throws IOException {
        return Output.of(root.resolve(path), path, Optional.empty());
    }
}
