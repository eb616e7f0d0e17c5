package io.github.artifactpublisher.git;

import java.io.File;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks the git executable about the working copy that a directory belongs to. Only reads. Every answer is empty if git
 * is missing, fails or takes too long. Related answers come from one command, because a process takes some 10 ms.
 * Thread-safe.
 */
public final class GitCommand implements GitView {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";

    /** Marks the branch that HEAD names in a list of refs. */
    private static final String CURRENT = "*";

    private final GitProcess git;
    private final Optional<Map<String, Object>> cache;

    /** Uses the {@code git} on the PATH, again for each question. */
    public GitCommand(Path directory) {
        this(directory, "git");
    }

    /**
     * Uses the {@code git} on the PATH, once for each command.
     *
     * @param cache receives the outputs. They are values of the JDK, so that several copies of this class, as Maven
     *     loads them for modules with build extensions, can share them
     */
    public GitCommand(Path directory, Map<String, Object> cache) {
        this(directory, "git", cache);
    }

    GitCommand(Path directory, String executable, Map<String, Object> cache) {
        this(new GitProcess(directory, executable, TIMEOUT), Optional.of(cache));
    }

    GitCommand(Path directory, String executable) {
        this(directory, executable, TIMEOUT);
    }

    GitCommand(Path directory, String executable, Duration timeout) {
        this(new GitProcess(directory, executable, timeout), Optional.empty());
    }

    private GitCommand(GitProcess git, Optional<Map<String, Object>> cache) {
        this.git = git;
        this.cache = cache;
    }

    /** {@code origin}, or the only remote if it has another name. */
    @Override
    public Optional<String> remoteUrl() {
        return run("remote").flatMap(GitCommand::preferredRemote).flatMap(remote -> run("remote", "get-url", remote));
    }

    /**
     * A repository without a commit has no refs to list, but may be on a branch. Not {@code --short}, which answers
     * {@code heads/x} if there is a tag {@code x}, too.
     */
    @Override
    public Optional<String> branch() {
        return refsAtHead()
                .map(refs -> refs.filter(ref -> ref.startsWith(CURRENT)).map(ref -> ref.substring(CURRENT.length())))
                .orElseGet(() -> run("symbolic-ref", "-q", "HEAD").stream())
                .flatMap(ref -> below(HEADS, ref))
                .findFirst();
    }

    @Override
    public Optional<String> headCommit() {
        return head(1);
    }

    @Override
    public List<String> tagsAtHead() {
        return refsAtHead().stream()
                .flatMap(refs -> refs)
                .flatMap(ref -> below(TAGS, ref.substring(CURRENT.length())))
                .toList();
    }

    @Override
    public Optional<Instant> commitTime() {
        return head(2).flatMap(GitCommand::instant);
    }

    /**
     * Returns the commit at HEAD (1) or its time (2): those of the branch or, if HEAD is detached, of {@code rev-list}.
     * That is plumbing: unlike {@code log} it ignores the configuration.
     */
    private Optional<String> head(int field) {
        return refsAtHead()
                .flatMap(refs -> refs.filter(ref -> ref.startsWith(CURRENT)).findFirst())
                .or(() -> run("rev-list", "-1", "--format=%ct", "HEAD"))
                .map(line -> line.split("\\s"))
                .filter(fields -> fields.length > field)
                .map(fields -> fields[field]);
    }

    /**
     * Branches and tags, each after {@link #CURRENT} or a blank and before its commit and time. Empty if git fails, as
     * it does if there is no commit. Remote branches are not among them, because there may be thousands.
     */
    private Optional<Stream<String>> refsAtHead() {
        return answer(
                        "for-each-ref",
                        "--points-at=HEAD",
                        "--format=%(HEAD)%(refname) %(objectname) %(committerdate:unix)",
                        HEADS,
                        TAGS)
                .map(String::lines);
    }

    /** The name of a ref without the folder, if it is in there. */
    private static Stream<String> below(String folder, String ref) {
        return Stream.of(ref.split(" ", 2)[0])
                .filter(name -> name.startsWith(folder))
                .map(name -> name.substring(folder.length()));
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
        if (headCommit().filter(commit.value()::equals).isPresent()) {
            return Optional.of(true);
        }
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
        return run("for-each-ref", "--points-at=HEAD", "--format=%(refname:lstrip=2)", "refs/remotes").stream()
                .flatMap(String::lines)
                .filter(branch -> !branch.endsWith("/HEAD"))
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

    @SuppressWarnings("unchecked")
    private Optional<String> answer(String... arguments) {
        if (cache.isEmpty()) {
            return ask(arguments);
        }
        Map<String, Object> outputs = cache.get();
        synchronized (outputs) {
            return (Optional<String>)
                    outputs.computeIfAbsent("git " + String.join(" ", arguments), command -> ask(arguments));
        }
    }

    private Optional<String> ask(String... arguments) {
        try {
            return Optional.of(git.run(arguments));
        } catch (GitException noAnswer) {
            return Optional.empty();
        }
    }
}
