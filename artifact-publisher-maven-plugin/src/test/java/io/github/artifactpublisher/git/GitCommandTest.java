package io.github.artifactpublisher.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.ci.CiDetection;
import io.github.artifactpublisher.ci.CiFiles;
import io.github.artifactpublisher.ci.GitAsked;
import io.github.artifactpublisher.ci.KnownGit;
import io.github.artifactpublisher.ci.Program;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real repositories, made by the git on the PATH. */
class GitCommandTest {
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");
    private static final String REMOTE = "https://user:s3cret@git.example/octo/app.git";

    @TempDir
    Path directory;

    private Path main;
    private String head;

    @BeforeEach
    void makeARepository() throws Exception {
        main = repository("main", "--object-format=sha1");
        head = git(main, "rev-parse", "HEAD");
    }

    @Test
    void readsAnOrdinaryClone() throws Exception {
        git(main, "tag", "-a", "-m", "one", "v1.0");
        assertThat(view(main))
                .isEqualTo(new KnownGit(
                        Optional.of(REMOTE),
                        Optional.of("main"),
                        Optional.of(head),
                        Optional.of("v1.0"),
                        Optional.of(TIME)));
    }

    @Test
    void aCommitIsAnAncestorOfThoseThatBuildOnIt() throws Exception {
        git(main, "commit", "--allow-empty", "-m", "next");
        CommitId first = new CommitId(head);
        CommitId next = new CommitId(git(main, "rev-parse", "HEAD"));
        GitCommand view = new GitCommand(main);

        assertThat(view.isAncestor(first, next)).isTrue();
        assertThat(view.isAncestor(next, first)).isFalse();
        assertThat(view.isAncestor(new CommitId("0".repeat(40)), next)).isFalse();
    }

    @Test
    void changedFilesAreThoseOfTheWholeRepositoryThatDifferFromHead() throws Exception {
        for (String name : List.of("a", "sub/b", "deleted", "renamed", "touched", "staged", "assumed", "reverted")) {
            Files.createDirectories(main.resolve(name).getParent());
            Files.writeString(main.resolve(name), name);
        }
        Files.writeString(main.resolve(".gitignore"), "ignored\n");
        git(main, "add", ".");
        git(main, "commit", "-m", "files");
        GitCommand view = new GitCommand(main.resolve("sub"));
        assertThat(view.changedFiles()).contains(List.of());

        Files.writeString(main.resolve("untracked"), "x");
        Files.writeString(main.resolve("ignored"), "x");
        Files.setLastModifiedTime(main.resolve("touched"), FileTime.from(TIME));
        git(main, "update-index", "--assume-unchanged", "assumed");
        Files.writeString(main.resolve("assumed"), "y");
        Files.writeString(main.resolve("reverted"), "y");
        git(main, "add", "reverted");
        Files.writeString(main.resolve("reverted"), "reverted");
        assertThat(view.changedFiles()).contains(List.of());

        Files.writeString(main.resolve("a"), "y");
        Files.writeString(main.resolve("sub/b"), "y");
        Files.delete(main.resolve("deleted"));
        git(main, "mv", "renamed", "new name");
        Files.writeString(main.resolve("staged"), "y");
        git(main, "add", "staged");
        assertThat(view.changedFiles()).contains(List.of("a", "deleted", "new name", "renamed", "staged", "sub/b"));
        git(main, "config", "diff.relative", "true");
        assertThat(view.changedFiles()).contains(List.of("a", "deleted", "new name", "renamed", "staged", "sub/b"));
    }

    @Test
    void aSubmoduleIsChangedByItsTrackedFilesAndItsCommit() throws Exception {
        Path library = repository("library", "--object-format=sha1");
        Files.writeString(library.resolve("tracked"), "x");
        git(library, "add", ".");
        git(library, "commit", "-m", "file");
        git(main, "-c", "protocol.file.allow=always", "submodule", "add", "-q", library.toString(), "lib");
        git(main, "commit", "-m", "submodule");
        GitCommand view = new GitCommand(main);
        assertThat(view.changedFiles()).contains(List.of());

        Files.writeString(main.resolve("lib/untracked"), "x");
        assertThat(view.changedFiles()).contains(List.of());
        Files.writeString(main.resolve("lib/tracked"), "y");
        assertThat(view.changedFiles()).contains(List.of("lib"));
        git(main.resolve("lib"), "checkout", "-q", "tracked");
        assertThat(view.changedFiles()).contains(List.of());
        git(main.resolve("lib"), "commit", "--allow-empty", "-m", "next");
        assertThat(view.changedFiles()).contains(List.of("lib"));
    }

    @Test
    void manyChangedFilesAreMoreThanAPipeTakes() throws Exception {
        for (int number = 0; number < 2000; number++) {
            Files.writeString(main.resolve("a-file-with-quite-a-long-name-for-a-pipe-" + number), "x");
        }
        git(main, "add", ".");

        assertThat(new GitCommand(main).changedFiles().orElseThrow()).hasSize(2000);
    }

    @Test
    void changedFilesIsEmptyWithoutRepositoryCommitOrGit() throws Exception {
        Path empty = Files.createDirectories(directory.resolve("empty"));
        assertThat(new GitCommand(empty).changedFiles()).isEmpty();
        git(empty, "init", "-q");
        assertThat(new GitCommand(empty).changedFiles()).isEmpty();
        assertThat(new GitCommand(main, "no-such-git").changedFiles()).isEmpty();
        assertThat(KnownGit.none().changedFiles()).isEmpty();
    }

    @Test
    void aCommandRunsOnceInABuild() throws Exception {
        GitView cached = new GitCommand(main, new HashMap<>());
        assertThat(cached.changedFiles()).contains(List.of());
        Files.writeString(main.resolve("a"), "a");
        git(main, "add", "a");
        assertThat(cached.changedFiles()).contains(List.of());
        assertThat(new GitCommand(main).changedFiles()).contains(List.of("a"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void oneCommandReadsCommitTimeBranchAndTags() throws Exception {
        Path calls = directory.resolve("calls");
        Path program = program("echo >>'" + calls + "'; exec git \"$@\"");
        git(main, "tag", "v1");
        git(main, "branch", "other");
        GitView cached = new GitCommand(main, program.toString(), new HashMap<>());

        assertThat(cached.headCommit()).contains(head);
        assertThat(cached.commitTime()).contains(TIME);
        assertThat(cached.headContains(new CommitId(head))).contains(true);
        assertThat(cached.branch()).contains("main");
        assertThat(cached.exactTag()).contains("v1");
        assertThat(Files.readString(calls)).isEqualTo("\n");
    }

    @Test
    void readsAnAnnotatedTagAtADetachedHead() throws Exception {
        git(main, "tag", "-a", "-m", "release", "v1");
        git(main, "checkout", "-q", "--detach");
        GitView view = new GitCommand(main);
        assertThat(view.exactTag()).contains("v1");
        assertThat(view.headCommit()).contains(head);
        assertThat(view.commitTime()).contains(TIME);
        assertThat(view.branch()).isEmpty();
    }

    @Test
    void readsFromADirectoryWithin() throws Exception {
        Path module = Files.createDirectories(main.resolve("module/src"));
        assertThat(new GitCommand(module).headCommit()).contains(head);
    }

    @Test
    void aTagOfTheSameNameDoesNotChangeTheBranch() throws Exception {
        git(main, "switch", "-q", "-c", "feature/x");
        git(main, "tag", "feature/x");
        assertThat(new GitCommand(main).branch()).contains("feature/x");
    }

    /** Written into the file, because an argument of a process may have lost its umlaut. */
    @Test
    void aBranchMayHaveAnyCharacters() throws Exception {
        Files.writeString(main.resolve(".git/HEAD"), "ref: refs/heads/grün/'$(x)'\n");
        assertThat(new GitCommand(main).branch()).contains("grün/'$(x)'");
    }

    @Test
    void aDetachedHeadHasNoBranch() throws Exception {
        git(main, "checkout", "-q", "--detach");
        assertThat(new GitCommand(main).branch()).isEmpty();
        assertThat(new GitCommand(main).headCommit()).contains(head);
        assertThat(new GitCommand(main).exactTag()).isEmpty();
    }

    @Test
    void readsAWorktree() throws Exception {
        Path worktree = directory.resolve("worktree");
        git(main, "worktree", "add", "-q", "-b", "topic", worktree.toString());
        GitCommand git = new GitCommand(worktree);
        assertThat(git.branch()).contains("topic");
        assertThat(git.headCommit()).contains(head);
        assertThat(git.remoteUrl()).contains(REMOTE);
    }

    @Test
    void readsAShallowClone() throws Exception {
        commit(main);
        Path shallow = directory.resolve("shallow");
        git(directory, "clone", "-q", "--depth", "1", main.toUri().toString(), shallow.toString());
        GitCommand git = new GitCommand(shallow);
        assertThat(git(shallow, "rev-parse", "--is-shallow-repository")).isEqualTo("true");
        assertThat(git.headCommit()).contains(git(main, "rev-parse", "HEAD"));
        assertThat(git.commitTime()).contains(TIME);
    }

    @Test
    void readsASubmodule() throws Exception {
        Path outer = repository("outer", "--object-format=sha1");
        git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", main.toString(), "inner");
        GitCommand git = new GitCommand(outer.resolve("inner"));
        assertThat(git.headCommit()).contains(head);
        assertThat(git.remoteUrl()).contains(main.toString());
    }

    @Test
    void readsASha256Repository() throws Exception {
        Path sha256 = repository("sha256", "--object-format=sha256");
        assertThat(new GitCommand(sha256).headCommit().orElseThrow()).hasSize(64);
        assertThat(detect(sha256).commit().orElseThrow().value().value()).hasSize(64);
    }

    @Test
    void readsASparseIndex() throws Exception {
        Files.createDirectories(main.resolve("src"));
        Files.writeString(main.resolve("src/Main.java"), "x");
        git(main, "add", "-A");
        commit(main);
        git(main, "sparse-checkout", "set", "--cone", "--sparse-index", "other");
        assertThat(git(main, "ls-files", "--sparse"))
                .as("an index with a folder in it")
                .isEqualTo("src/");
        assertThat(view(main))
                .isEqualTo(new KnownGit(
                        Optional.of(REMOTE),
                        Optional.of("main"),
                        Optional.of(git(main, "rev-parse", "HEAD")),
                        Optional.empty(),
                        Optional.of(TIME)));
    }

    @Test
    void readsARepositoryWithoutCommits() throws Exception {
        Path unborn = Files.createDirectories(directory.resolve("unborn"));
        git(unborn, "init", "-q");
        assertThat(view(unborn)).isEqualTo(KnownGit.none().on("main"));
    }

    @Test
    void theOnlyRemoteMayHaveAnyName() throws Exception {
        git(main, "remote", "rename", "origin", "upstream");
        assertThat(new GitCommand(main).remoteUrl()).contains(REMOTE);
        git(main, "remote", "add", "other", "https://git.example/other/app.git");
        assertThat(new GitCommand(main).remoteUrl()).isEmpty();
        git(main, "remote", "add", "origin", "https://git.example/third/app.git");
        assertThat(new GitCommand(main).remoteUrl()).contains("https://git.example/third/app.git");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void runsGitHarmlessly() throws Exception {
        Path program = program("echo \"$*|$GIT_OPTIONAL_LOCKS|$GIT_TERMINAL_PROMPT|$LC_ALL\"");
        assertThat(new GitCommand(main, program.toString()).remoteUrl())
                .contains("-c core.fsmonitor=false remote get-url -c core.fsmonitor=false remote|0|0|C|0|0|C");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void doesNotWaitForever() throws Exception {
        GitCommand git = new GitCommand(main, program("exec sleep 3600").toString(), Duration.ofMillis(100));
        assertThat(git.headCommit()).isEmpty();
    }

    /** As in a hook, where git has set them for the repository that the hook belongs to. */
    @Test
    void theCallersRepositoryDoesNotMislead() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "GIT_DIR", "/elsewhere",
                "GIT_WORK_TREE", "/elsewhere",
                "GIT_INDEX_FILE", "/elsewhere/index",
                "GIT_CONFIG_COUNT", "1",
                "GIT_CONFIG_KEY_0", "safe.directory",
                "GIT_CONFIG_VALUE_0", "*"));
        GitProcess.isolate(environment);
        assertThat(environment)
                .doesNotContainKeys("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
                .containsEntry("GIT_OPTIONAL_LOCKS", "0")
                .containsEntry("LC_ALL", "C")
                .containsKeys("GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_0", "GIT_CONFIG_VALUE_0");
    }

    @Test
    void noRepositoryHasNoAnswers() throws Exception {
        Path empty = Files.createDirectories(directory.resolve("empty"));
        assertThat(view(empty)).isEqualTo(KnownGit.none());
        assertThat(view(directory.resolve("missing"))).isEqualTo(KnownGit.none());
    }

    @Test
    void noGitHasNoAnswers() {
        GitCommand git = new GitCommand(main, "no-such-git-on-the-path");
        assertThat(git.branch()).isEmpty();
        assertThat(git.headCommit()).isEmpty();
    }

    /** A JVM of its own, because the PATH of this one stays. */
    @Test
    void withoutGitAnswersAreEmptyAndFileQuestionsFail() throws Exception {
        Path empty = Files.createDirectories(directory.resolve("no-programs"));
        assertThat(askGit(System.getenv("PATH"))).startsWith(head + " [");
        assertThat(askGit(empty.toString())).isEqualTo("none NO_GIT");
    }

    private String askGit(String path) throws IOException {
        return new Program(directory, Map.of("PATH", path))
                .run(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes(GitCommand.class) + File.pathSeparator + classes(GitAsked.class),
                        GitAsked.class.getName(),
                        main.toString())
                .strip();
    }

    private static String classes(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    @Test
    void anInterruptIsKept() {
        Thread.currentThread().interrupt();
        assertThat(new GitCommand(main).headCommit()).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theTokenOfTheRemoteGetsNowhere() {
        assertThat(detect(main).toString()).contains("octo/app").doesNotContain("s3cret", "user");
    }

    private static CiBuild detect(Path repository) {
        return CiDetection.detect(Map.of(), new GitCommand(repository), CiFiles.onDisk());
    }

    private static KnownGit view(Path repository) {
        GitCommand git = new GitCommand(repository);
        return new KnownGit(git.remoteUrl(), git.branch(), git.headCommit(), git.exactTag(), git.commitTime());
    }

    private Path repository(String name, String format) throws IOException, InterruptedException {
        Path repository = Files.createDirectories(directory.resolve(name));
        git(repository, "init", "-q", format);
        git(repository, "remote", "add", "origin", REMOTE);
        commit(repository);
        return repository;
    }

    private Path program(String line) throws IOException {
        Path program = Files.writeString(directory.resolve("program"), "#!/bin/sh\n" + line + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    private void commit(Path repository) throws IOException, InterruptedException {
        git(repository, "commit", "-q", "--allow-empty", "-m", "work");
    }

    /** Nothing of the machine's configuration matters: neither names nor signing nor the first branch's name. */
    private String git(Path where, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Test", "-c", "user.email=test@git.example"));
        command.addAll(
                List.of("-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", "-c", "tag.gpgsign=false"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(directory, "git", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_AUTHOR_DATE", TIME.toString());
        builder.environment().put("GIT_COMMITTER_DATE", TIME.toString());
        int status = builder.start().waitFor();
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
        assertThat(status).as("git %s: %s", List.of(arguments), text).isZero();
        return text;
    }
}
