package io.github.artifactpublisher.git;

import io.github.artifactpublisher.git.GitException.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the git executable in a folder: without a shell, with a timeout, without prompts, and without starting a program
 * that the configuration of the repository names. Works in worktrees, submodules, shallow clones and SHA-256
 * repositories, because git itself reads them. Thread-safe.
 */
final class GitProcess {
    /**
     * The variables that name a repository, as {@code git rev-parse --local-env-vars} lists them. A Maven that is
     * started by a git hook inherits them, and git would use the hook's repository or index instead of that of the
     * folder. The variables of configuration stay, because CI images set {@code safe.directory} with them.
     */
    private static final List<String> REPOSITORY_VARIABLES = List.of(
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_COMMON_DIR",
            "GIT_DIR",
            "GIT_GRAFT_FILE",
            "GIT_IMPLICIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_NAMESPACE",
            "GIT_NO_REPLACE_OBJECTS",
            "GIT_OBJECT_DIRECTORY",
            "GIT_PREFIX",
            "GIT_REPLACE_REF_BASE",
            "GIT_SHALLOW_FILE",
            "GIT_WORK_TREE");

    private final Path folder;
    private final String executable;
    private final Duration timeout;

    GitProcess(Path folder, String executable, Duration timeout) {
        this.folder = folder;
        this.executable = executable;
        this.timeout = timeout;
    }

    /**
     * Runs a git command and returns its output; bytes that are not UTF-8 become U+FFFD.
     *
     * @throws GitException if git cannot be started, fails or takes too long, or the thread is interrupted
     */
    String run(String... arguments) {
        try (Output output = new Output()) {
            // waitFor ignores the interrupt if git has ended already.
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Process process = start(output, arguments);
            try {
                if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw failed("did not answer within " + timeout.toSeconds() + " s", null);
                }
            } finally {
                process.destroyForcibly();
            }
            if (process.exitValue() != 0) {
                throw refused(process.exitValue(), text(output.errors));
            }
            return text(output.result);
        } catch (IOException e) {
            throw failed("could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted", e);
        }
    }

    private Process start(Output output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(executable, "-c", "core.fsmonitor=false"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.result.toFile())
                .redirectError(output.errors.toFile());
        isolate(builder.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new GitException(Fault.NO_GIT, executable, "cannot be started", e);
        }
        process.getOutputStream().close();
        return process;
    }

    static void isolate(Map<String, String> environment) {
        REPOSITORY_VARIABLES.forEach(environment::remove);
        environment.put("GIT_NO_LAZY_FETCH", "1");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("LC_ALL", "C");
    }

    /** Git's messages are in English because of {@code LC_ALL}. */
    private GitException refused(int exit, String errors) {
        if (errors.contains("not a git repository") || errors.contains("must be run in a work tree")) {
            return new GitException(Fault.NO_REPOSITORY, folder.toString(), "is not in a git working tree", null);
        }
        return failed("failed with exit code " + exit + ": " + errors.strip(), null);
    }

    private GitException failed(String reason, Throwable cause) {
        return new GitException(Fault.FAILED, folder.toString(), reason, cause);
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** Temporary files for the output: a pipe that is not read while the process runs would block it when full. */
    private static final class Output implements AutoCloseable {
        private final Path result = Files.createTempFile("git", ".out");
        private final Path errors = Files.createTempFile("git", ".err");

        Output() throws IOException {}

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(result);
            Files.deleteIfExists(errors);
        }
    }
}
