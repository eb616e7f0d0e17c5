package io.github.artifactpublisher.maven.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import io.github.artifactpublisher.outputs.FileSelector;
import io.github.artifactpublisher.outputs.Limits;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.outputs.SafetyCheck.Allowances;
import io.github.artifactpublisher.outputs.Selection;
import io.github.artifactpublisher.outputs.SelectionException;
import io.github.artifactpublisher.testing.TestAttributes;
import io.github.artifactpublisher.text.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** The messages about files, made of the exceptions that the package outputs throws. */
class SelectionMessagesTest {
    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(WINDOWS)
    void everyRefusedFileHasAReasonAndTheSettingThatAllowsIt() throws IOException {
        Files.writeString(folder.resolve(".env"), "TOKEN=x");
        Files.writeString(folder.resolve("key.pem"), "x");
        Files.createSymbolicLink(folder.resolve("passwd"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(folder.resolve("here"), Path.of("."));

        assertThat(message(() -> select("**")))
                .startsWith("Nothing was published, because 4 selected files are refused: ")
                .contains("here is a link to a folder that contains it")
                .contains("passwd is a link out of the base folder (to /etc/passwd)")
                .contains(".env looks like a secret (artifacts.allowSecretLooking=")
                .contains("key.pem looks like a secret (artifacts.allowSecretLooking=key.pem allows it)")
                .endsWith(". Exclude them with artifacts.excludes, or allow those that you want to publish.");
    }

    @Test
    void anUnreadableNameNamesTheLocale() {
        assertThat(SelectionMessages.unreadableName("ANSI_X3.4-1968"))
                .isEqualTo(" has a name that Java cannot read in this locale, whose encoding is ANSI_X3.4-1968 (set"
                        + " LC_ALL=C.UTF-8 or another UTF-8 locale for the build)");
        assertThat(SelectionMessages.unreadableName("UTF-8")).isEqualTo(" has a name that is not UTF-8");
    }

    @Test
    void aPatternWithoutAMatchNamesSimilarPaths() throws IOException {
        Files.createDirectories(folder.resolve("target"));
        Files.writeString(folder.resolve("target/app.log"), "x");

        assertThat(message(() -> select("target/ap.log")))
                .isEqualTo("No file matches target/ap.log. The most similar paths are: target/app.log, target/. Correct"
                        + " artifacts.includes, artifacts.paths or the selection, or build the file first.");
    }

    @Test
    void aLimitNamesTheLargestFiles() throws IOException {
        Path file = Files.write(folder.resolve("large"), new byte[2048]);
        List<Output> outputs = List.of(Output.of(file, "large", Optional.empty()));

        assertThat(message(() -> new Limits(Optional.of(ByteSize.parse("1KiB")), OptionalInt.empty()).check(outputs)))
                .isEqualTo("The files to publish have 2.0 KiB, but artifacts.maxSize is 1.0 KiB. The largest are large"
                        + " (2.0 KiB). Nothing was uploaded. Exclude some, or raise the limit.");
    }

    @Test
    void anInvalidValueNamesItsProperty() {
        assertThat(message(() -> TestAttributes.tags(Map.of("aws:x", "y"))))
                .startsWith("The attribute tag aws:x ")
                .endsWith(". Correct artifacts.metadata, artifacts.tags or artifacts.cacheControl.");
        assertThat(message(() -> new Limits(Optional.of(new ByteSize(0)), OptionalInt.empty())))
                .startsWith("The limit maxSize is 0: ")
                .endsWith(". Correct artifacts.maxSize or artifacts.maxFiles.");
        assertThat(message(() -> Selection.globs(List.of("a//b"), List.of()))).startsWith("The pattern a//b ");
    }

    private void select(String include) {
        new FileSelector(Allowances.NONE).select(folder, List.of(Selection.globs(List.of(include), List.of())));
    }

    private static String message(Runnable failing) {
        return FailureMessages.of(catchThrowableOfType(SelectionException.class, failing::run))
                .orElseThrow();
    }
}
