package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Asks the git executable, because only it reads every kind of index: read-only, without a shell, within a bounded time
 * and starting no program that a repository's configuration names. Thread-safe.
 */
public final class GitUntrackedFiles implements UntrackedFiles {
    /**
     * Pointers to a repository, as {@code git rev-parse --local-env-vars} lists them, that a Maven started by a git
     * hook inherits: git would speak of the hook's repository. The variables of configuration stay, because CI images
     * set {@code safe.directory} through them.
     */
    private static final List<String> POINTERS = List.of(
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

    private final String executable;
    private final Duration patience;

    /** Asks the {@code git} on the PATH. */
    public GitUntrackedFiles() {
        this("git");
    }

    /** Asks another executable, by name or path. */
    public GitUntrackedFiles(String executable) {
        this(executable, Duration.ofMinutes(5));
    }

    GitUntrackedFiles(String executable, Duration patience) {
        this.executable = executable;
        this.patience = patience;
    }

    /** {@inheritDoc} */
    @Override
    public List<String> below(Path folder) {
        try (Answer answer = new Answer()) {
            Process process = start(folder, answer);
            try {
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw failed(folder, "has not answered after " + patience.toSeconds() + " s", null);
                }
            } finally {
                process.destroyForcibly();
            }
            if (process.exitValue() != 0) {
                throw refused(folder, process.exitValue(), answer.text(answer.errors));
            }
            return Arrays.stream(answer.text(answer.output).split("\0", -1))
                    .filter(name -> !name.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw failed(folder, "could not be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(folder, "was interrupted", e);
        }
    }

    private Process start(Path folder, Answer answer) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        executable, "-c", "core.fsmonitor=false", "ls-files", "-z", "-o", "--exclude-standard")
                .directory(folder.toFile())
                .redirectOutput(answer.output.toFile())
                .redirectError(answer.errors.toFile());
        isolate(builder.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new SelectionException(Fault.NO_GIT, executable, "cannot be started", e);
        }
    }

    static void isolate(Map<String, String> environment) {
        POINTERS.forEach(environment::remove);
        environment.put("GIT_NO_LAZY_FETCH", "1");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("LC_ALL", "C");
    }

    /** The words are git's own, in English because of {@code LC_ALL}. */
    private static SelectionException refused(Path folder, int exit, String errors) {
        if (errors.contains("not a git repository") || errors.contains("must be run in a work tree")) {
            return new SelectionException(Fault.NO_REPOSITORY, folder.toString(), "is in no git working tree");
        }
        return failed(folder, "ended with " + exit + ": " + errors.strip(), null);
    }

    private static SelectionException failed(Path folder, String reason, Throwable cause) {
        return new SelectionException(Fault.GIT_FAILED, folder.toString(), reason, cause);
    }

    /** Files take what git says: pipes would have to be read while it is waited for. */
    private static final class Answer implements AutoCloseable {
        private final Path output = Files.createTempFile("git", ".out");
        private final Path errors = Files.createTempFile("git", ".err");

        Answer() throws IOException {}

        /** What is no UTF-8 becomes a character that the guard refuses. */
        String text(Path file) throws IOException {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }
}
