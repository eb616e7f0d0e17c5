package io.github.artifactpublisher.git;

import java.io.File;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks the git executable about the working copy that a directory belongs to. Only reads. Every answer is empty if git
 * is missing, fails or takes too long. Thread-safe.
 */
public final class GitCommand implements GitView {
    private static final String HEADS = "refs/heads/";

    private final GitProcess git;

    /** Uses the {@code git} on the PATH. */
    public GitCommand(Path directory) {
        this(directory, "git");
    }

    GitCommand(Path directory, String executable) {
        this(directory, executable, Duration.ofSeconds(20));
    }

    GitCommand(Path directory, String executable, Duration timeout) {
        this.git = new GitProcess(directory, executable, timeout);
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
    public List<String> tagsAtHead() {
        return refsAtHead("refs/tags");
    }

    /** {@code rev-list} is plumbing: unlike {@code log} it ignores the configuration. Its first line is the commit. */
    @Override
    public Optional<Instant> commitTime() {
        return run("rev-list", "-1", "--format=%ct", "HEAD")
                .flatMap(text -> text.lines().skip(1).findFirst())
                .flatMap(GitCommand::instant);
    }

    /** The merge base of a commit and its ancestor is that ancestor. */
    @Override
    public boolean isAncestor(CommitId ancestor, CommitId descendant) {
        return run("merge-base", ancestor.value(), descendant.value())
                .filter(ancestor.value()::equals)
                .isPresent();
    }

    /**
     * In a complete clone, a commit that HEAD does not contain is not an ancestor, even if the commit does not exist.
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
     * says.
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
        return answer(options.toArray(String[]::new))
                .map(names -> Arrays.stream(names.split("\0"))
                        .filter(name -> !name.isEmpty())
                        .toList());
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
        return answer(arguments).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Optional<String> answer(String... arguments) {
        try {
            return Optional.of(git.run(arguments));
        } catch (GitException noAnswer) {
            return Optional.empty();
        }
    }
}
