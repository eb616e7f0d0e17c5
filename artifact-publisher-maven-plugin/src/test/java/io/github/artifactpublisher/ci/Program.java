package io.github.artifactpublisher.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of the machine, run without a shell in a directory. It sees none of git's variables: a build that a git
 * hook starts has some, and they would lead it to the hook's repository.
 */
public record Program(Path directory, Map<String, String> environment) {
    /** For npm, which waits for a network. */
    private static final long PATIENCE_MINUTES = 5;

    /** Whether it can be started at all. */
    boolean exists(String... command) {
        try {
            run(command);
            return true;
        } catch (IOException notFound) {
            return false;
        }
    }

    /**
     * Runs it and returns its standard output.
     *
     * @throws IOException if it cannot be started
     * @throws AssertionError with all that it has printed, if it does not end well or in time
     */
    public String run(String... command) throws IOException {
        Path output = Files.createTempFile("program", ".out");
        Path errors = Files.createTempFile("program", ".err");
        try {
            int status = status(builder(output.toFile(), errors.toFile()).command(command));
            String printed = Files.readString(output);
            assertThat(status)
                    .as("%s: %s%s", List.of(command), printed, Files.readString(errors))
                    .isZero();
            return printed;
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }

    private ProcessBuilder builder(File output, File errors) {
        ProcessBuilder builder = new ProcessBuilder()
                .directory(directory.toFile())
                .redirectOutput(output)
                .redirectError(errors);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static int status(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        try {
            return process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + builder.command(), stop);
        } finally {
            process.destroyForcibly();
        }
    }
}
