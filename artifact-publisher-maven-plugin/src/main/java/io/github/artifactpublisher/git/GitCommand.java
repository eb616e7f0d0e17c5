package io.github.artifactpublisher.git;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks the git executable about the working copy that a directory belongs to: read-only, without a shell and within a
 * bounded time. Every answer is empty if git is missing, fails or takes too long. Works in worktrees, submodules,
 * shallow clones and SHA-256 repositories, because git itself answers. Thread-safe.
 */
public final class GitCommand implements GitView {
    private static final String HEADS = "refs/heads/";

    /**
     * The caller's pointers to a repository, as {@code git rev-parse --local-env-vars} lists them. A Maven that is
     * started by a git hook inherits them, and git would then speak of the hook's repository (or of half a commit in
     * its index) instead of the one in the directory. The variables of configuration stay, because CI images set
     * {@code safe.directory} through them.
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

    private final Path directory;
    private final String executable;
    private final Duration patience;

    /** Asks the {@code git} on the PATH. */
    public GitCommand(Path directory) {
        this(directory, "git");
    }

    /** Asks another executable, by name or path. */
    public GitCommand(Path directory, String executable) {
        this(directory, executable, Duration.ofSeconds(20));
    }

    GitCommand(Path directory, String executable, Duration patience) {
        this.directory = directory;
        this.executable = executable;
        this.patience = patience;
    }

    /** {@code origin}, or the only remote if it has another name. */
    @Override
    public Optional<String> remoteUrl() {
        return run("remote").flatMap(GitCommand::preferredRemote).flatMap(remote -> run("remote", "get-url", remote));
    }

    /** Not {@code --short}: that says {@code heads/x} where a tag is called {@code x} too. */
    @Override
    public Optional<String> branch() {
        return run("symbolic-ref", "-q", "HEAD")
                .filter(ref -> ref.startsWith(HEADS))
                .map(ref -> ref.substring(HEADS.length()));
    }

    @Override
    public Optional<String> headCommit() {
        return run("rev-parse", "--verify", "-q", "HEAD^{commit}");
    }

    @Override
    public Optional<String> exactTag() {
        List<String> tags = tagsAtHead();
        return tags.size() == 1 ? Optional.of(tags.get(0)) : Optional.empty();
    }

    @Override
    public List<String> tagsAtHead() {
        return refsAtHead("refs/tags");
    }

    /** {@code rev-list} is plumbing: unlike {@code log} it heeds no configuration. Its first line is the commit. */
    @Override
    public Optional<Instant> commitTime() {
        return run("rev-list", "-1", "--format=%ct", "HEAD")
                .flatMap(text -> text.lines().skip(1).findFirst())
                .flatMap(GitCommand::instant);
    }

    /** The best common ancestor of a commit and its ancestor is that ancestor. */
    @Override
    public boolean isAncestor(CommitId ancestor, CommitId descendant) {
        return run("merge-base", ancestor.value(), descendant.value())
                .filter(ancestor.value()::equals)
                .isPresent();
    }

    /**
     * In a whole clone, what HEAD does not contain is none of its ancestors, even if the commit is not there at all.
     */
    @Override
    public Optional<Boolean> headContains(CommitId commit) {
        boolean contains = run("rev-parse", "--verify", "-q", commit.value() + "^{commit}")
                .flatMap(peeled -> run("merge-base", peeled, "HEAD").filter(peeled::equals))
                .isPresent();
        return contains
                ? Optional.of(true)
                : run("rev-parse", "--is-shallow-repository")
                        .filter("false"::equals)
                        .map(whole -> false);
    }

    @Override
    public Optional<Boolean> headIsMergedBy(CommitId merge) {
        return run("rev-parse", "--verify", "-q", merge.value() + "^2")
                .flatMap(merged -> headCommit().map(merged::equals))
                .or(() ->
                        run("rev-parse", "--verify", "-q", merge.value() + "^1").map(onlyParent -> false));
    }

    /** {@code origin/HEAD} is another name of one of the others. */
    @Override
    public List<String> remoteBranchesAtHead() {
        return refsAtHead("refs/remotes").stream()
                .filter(branch -> !branch.endsWith("/HEAD"))
                .toList();
    }

    private List<String> refsAtHead(String folder) {
        return run("for-each-ref", "--points-at=HEAD", "--format=%(refname:lstrip=2)", folder).stream()
                .flatMap(String::lines)
                .toList();
    }

    /**
     * Without the refresh, a file that was only touched would count. On Windows no file has the mode that the index
     * says. The list may be longer than the buffer of a pipe: a file takes it.
     */
    @Override
    public Optional<List<String>> changedFiles() {
        List<String> options = new ArrayList<>(List.of("-c", "diff.autoRefreshIndex=true"));
        if (File.separatorChar == '\\') {
            options.addAll(List.of("-c", "core.fileMode=false"));
        }
        options.addAll(List.of(
                "diff",
                "--name-only",
                "-z",
                "--no-renames",
                "--no-relative",
                "--no-ext-diff",
                "--ignore-submodules=untracked",
                "HEAD"));
        try {
            Path answer = Files.createTempFile("git", ".out");
            try {
                return list(options, answer);
            } finally {
                Files.deleteIfExists(answer);
            }
        } catch (IOException unknown) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<List<String>> list(List<String> options, Path answer) throws IOException, InterruptedException {
        Process process = start(Redirect.to(answer.toFile()), options.toArray(String[]::new));
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                return Optional.empty();
            }
            String names = new String(Files.readAllBytes(answer), StandardCharsets.UTF_8);
            return Optional.of(Arrays.stream(names.split("\0"))
                    .filter(name -> !name.isEmpty())
                    .toList());
        } finally {
            process.destroyForcibly();
        }
    }

    private static Optional<String> preferredRemote(String lines) {
        List<String> remotes = lines.lines().toList();
        if (remotes.contains("origin")) {
            return Optional.of("origin");
        }
        return remotes.size() == 1 ? Optional.of(remotes.get(0)) : Optional.empty();
    }

    private static Optional<Instant> instant(String seconds) {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)));
        } catch (NumberFormatException | DateTimeException brokenCommit) {
            return Optional.empty();
        }
    }

    private Optional<String> run(String... arguments) {
        try {
            return answer(start(Redirect.PIPE, arguments));
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Process start(Redirect output, String... arguments) throws IOException {
        // A file system monitor is a program that the repository's configuration names: it is not ours to start.
        List<String> command = new ArrayList<>(List.of(executable, "-c", "core.fsmonitor=false"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(output)
                .redirectError(Redirect.DISCARD);
        isolate(builder.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    static void isolate(Map<String, String> environment) {
        POINTERS.forEach(environment::remove);
        environment.put("GIT_NO_LAZY_FETCH", "1");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("LC_ALL", "C");
    }

    /** Answers fit into the buffer of a pipe, so waiting before reading cannot block for longer than our patience. */
    private Optional<String> answer(Process process) throws IOException, InterruptedException {
        try {
            // waitFor does not look at the interrupt if git has ended already.
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                return Optional.empty();
            }
            byte[] output = process.getInputStream().readAllBytes();
            return Optional.of(new String(output, StandardCharsets.UTF_8).strip())
                    .filter(text -> !text.isEmpty());
        } finally {
            process.destroyForcibly();
        }
    }
}
