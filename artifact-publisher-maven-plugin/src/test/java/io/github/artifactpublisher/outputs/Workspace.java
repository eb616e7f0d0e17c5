package io.github.artifactpublisher.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.glob.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A folder of real files to select from. */
record Workspace(Path base) {
    /** Writes files; names are separated by {@code /}. */
    Workspace with(String... names) throws IOException {
        for (String name : names) {
            Path file = file(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
        return this;
    }

    Path file(String name) {
        return RelativePath.of(name).in(base);
    }

    Path link(String name, Path target) throws IOException {
        Files.createDirectories(file(name).getParent());
        return Files.createSymbolicLink(file(name), target);
    }

    Workspace repository(String name) throws Exception {
        Path folder = name.isEmpty() ? base : Files.createDirectories(file(name));
        git(folder, "init", "-q");
        return this;
    }

    /** Runs git and expects it to succeed. */
    static String git(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=n", "-c", "user.email=e@example.org"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .put("GIT_CONFIG_GLOBAL", folder.resolve("no-config").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    List<String> names(Selection... selections) {
        return outputs(SafetyCheck.Allowances.NONE, selections).stream()
                .map(Output::name)
                .toList();
    }

    List<Output> outputs(SafetyCheck.Allowances allowances, Selection... selections) {
        return new FileSelector(allowances).select(base, Arrays.asList(selections));
    }

    /** The refused files, as {@code REASON path -> target}. */
    List<String> refused(Selection... selections) {
        return refused(SafetyCheck.Allowances.NONE, selections);
    }

    List<String> refused(SafetyCheck.Allowances allowances, Selection... selections) {
        return failure(RefusedFilesException.class, () -> outputs(allowances, selections)).named().stream()
                .map(file -> file.reason() + " " + file.path()
                        + file.target().map(target -> " -> " + target).orElse(""))
                .toList();
    }

    static <T extends Throwable> T failure(Class<T> type, ThrowingCallable call) {
        T failure = catchThrowableOfType(type, call);
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }

    static Selection globs(String... includes) {
        return Selection.globs(List.of(includes), List.of());
    }

    /** Whether the platform can name such a file: not all locales can. */
    static boolean canName(String name) {
        try {
            return Path.of(name).toString().equals(name);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
