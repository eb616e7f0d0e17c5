package io.github.artifactpublisher.maven.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.condition.OS.LINUX;

import io.github.artifactpublisher.outputs.FileSelector;
import io.github.artifactpublisher.outputs.SafetyCheck.Allowances;
import io.github.artifactpublisher.outputs.Selection;
import io.github.artifactpublisher.outputs.SelectionException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** A build in the locale C, as in many containers, and a file whose name has an umlaut. */
class UnreadableNameTest {
    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(value = LINUX, disabledReason = "elsewhere the locale does not decide how Java reads file names")
    void theMessageNamesTheLocaleAndTheVariable() throws Exception {
        said("sh", "-c", "echo x > \"$(printf 'f\\303\\274r.txt')\"");

        String[] said = said(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        InLocale.class.getName())
                .split("\n", 2);
        String encoding = said[0];
        assumeFalse(encoding.equals("UTF-8"), "this system's locale C reads names as UTF-8");
        assertThat(said[1])
                .contains(
                        "r.txt has a name that Java cannot read in this locale, whose encoding is " + encoding,
                        "(set LC_ALL=C.UTF-8 or another UTF-8 locale for the build)");
    }

    /** Asks for all files of its folder, and prints its encoding of names and then the refusal. */
    static final class InLocale {
        private InLocale() {}

        public static void main(String[] arguments) {
            System.out.println(System.getProperty("sun.jnu.encoding"));
            try {
                new FileSelector(Allowances.NONE)
                        .select(Path.of("").toAbsolutePath(), List.of(Selection.globs(List.of("*"), List.of())));
                System.out.println("Selected.");
            } catch (SelectionException e) {
                System.out.println(FailureMessages.of(e).orElseThrow());
            }
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String said(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
