package io.github.artifactpublisher.commit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Asks the program {@code git} for the commit that HEAD of a working copy names. */
final class GitHead {
    static final String FORMAT = "--format=%H%n%h%n%ct";

    private static final long MAX_SECONDS = 60;

    private final String program;

    GitHead(String program) {
        this.program = program;
    }

    /**
     * Finds the working copy that a directory belongs to: the nearest parent with {@code .git}, which is a file in a
     * linked worktree and in a submodule.
     */
    static Optional<Path> workingCopy(Path directory) {
        return Stream.iterate(directory.toAbsolutePath(), parent -> parent != null, Path::getParent)
                .filter(parent -> Files.exists(parent.resolve(".git")))
                .findFirst();
    }

    /**
     * Reads the commit.
     *
     * @throws UnknownCommitException if git is missing or has no commit to name; its message says why
     */
    Commit read(Path workingCopy) throws UnknownCommitException {
        try {
            return Commit.parse(run(workingCopy));
        } catch (IOException missing) {
            throw new UnknownCommitException("the program git cannot be started. Install git");
        } catch (IllegalArgumentException | DateTimeException unexpected) {
            throw new UnknownCommitException("git gives an unexpected answer. Update git");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UnknownCommitException("the build was interrupted. Run it again");
        }
    }

    /**
     * {@code rev-list} is plumbing, which no configuration changes: it starts neither a pager nor a program that a
     * repository names. So it is safe, too, in a checkout of another owner, which containers of CI servers often have.
     */
    private String run(Path workingCopy) throws IOException, InterruptedException, UnknownCommitException {
        ProcessBuilder builder = new ProcessBuilder(
                        program,
                        "--no-replace-objects",
                        "-c",
                        "safe.directory=*",
                        "rev-list",
                        "--max-count=1",
                        "--abbrev=7",
                        FORMAT,
                        "HEAD",
                        "--")
                .directory(workingCopy.toFile())
                .redirectErrorStream(true);
        isolate(builder.environment());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            // The answer fits into the buffer of a pipe.
            if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
                throw new UnknownCommitException(
                        "git does not answer within " + MAX_SECONDS + " seconds. Look for a lock");
            }
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new UnknownCommitException(reason(answer));
            }
            return answer;
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * A Maven that a git hook starts inherits GIT_DIR and its like, which would name the hook's repository. The
     * variables with configuration stay.
     */
    private static void isolate(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("GIT_") && !name.startsWith("GIT_CONFIG"));
        environment.put("GIT_NO_LAZY_FETCH", "1");
        environment.put("LC_ALL", "C");
    }

    private static String reason(String answer) {
        String line = answer.lines().findFirst().orElse("nothing").replaceAll("\\p{Cntrl}", "?");
        return line.endsWith("bad revision 'HEAD'")
                ? "there is no commit yet. Commit"
                : "git says \"" + line + "\". Correct that";
    }

    /** The commit is unknown. The message says why, and how to change that, without the last full stop. */
    static final class UnknownCommitException extends Exception {
        private static final long serialVersionUID = 1;

        UnknownCommitException(String reason) {
            super(reason);
        }
    }
}
