package io.github.artifactpublisher.outputs;

import static io.github.artifactpublisher.outputs.Workspace.failure;
import static io.github.artifactpublisher.outputs.Workspace.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.condition.OS.LINUX;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** Real repositories, made by the git on the PATH. */
class UntrackedSelectionTest {
    private static final Selection UNTRACKED = Selection.untracked(List.of());

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void makeARepository() throws Exception {
        workspace = new Workspace(Files.createDirectory(folder.resolve("base"))).repository("");
        workspace.with("src/Main.java", "pom.xml");
        Files.writeString(workspace.file(".gitignore"), "/ignored/\n*.tmp\n");
        git(workspace.base(), "add", "-A");
        git(workspace.base(), "commit", "-q", "-m", "one");
    }

    @Test
    void trackedAndIgnoredFilesAreLeftOut() throws Exception {
        workspace.with("report.html", "out/b.jar", "out/a.jar", "ignored/x", "x.tmp", "out/y.tmp");
        Files.writeString(workspace.file("pom.xml"), "changed");
        assertThat(workspace.names(UNTRACKED)).containsExactly("out/a.jar", "out/b.jar", "report.html");
    }

    @Test
    void nothingUntrackedIsNoFailure() {
        assertThat(workspace.names(UNTRACKED)).isEmpty();
    }

    @Test
    void excludesLeaveOutFilesAndFolders() throws Exception {
        workspace
                .with("out/a.jar", "out/deep/b.jar", "node/c.js", "d.log", "keep.txt")
                .repository("nested");
        workspace.with("nested/x");
        assertThat(workspace.names(Selection.untracked(List.of("out/", "node", "*.log", "nested/"))))
                .containsExactly("keep.txt");
        assertThat(workspace.names(Selection.untracked(List.of("**/deep/", "node", "d.log", "nested"))))
                .containsExactly("keep.txt", "out/a.jar");
    }

    @Test
    @DisabledOnOs(WINDOWS)
    void refusesASecretAndALinkToAnotherFolderByName() throws Exception {
        workspace.with(".env", "out/a.jar", ".idea/workspace.xml");
        workspace.link("passwd", Path.of("/etc/passwd"));
        workspace.link("etc", Path.of("/etc"));
        assertThat(workspace.refused(UNTRACKED))
                .containsExactly(
                        "LEAVES_BASE etc -> " + Path.of("/etc").toRealPath(),
                        "LEAVES_BASE passwd -> " + Path.of("/etc/passwd").toRealPath(),
                        "SECRET_LOOKING .env",
                        "HIDDEN .idea/");
        assertThat(workspace.names(Selection.untracked(List.of(".env", "passwd", "etc", ".idea/"))))
                .containsExactly("out/a.jar");
    }

    @Test
    void aLinkThatStaysIsReadAsTheFileOrTheFolder() throws Exception {
        workspace.with("out/a.jar");
        workspace.link("latest.jar", Path.of("out", "a.jar"));
        workspace.link("latest", Path.of("out"));
        assertThat(workspace.names(UNTRACKED)).containsExactly("latest/a.jar", "latest.jar", "out/a.jar");
        assertThat(workspace.names(Selection.untracked(List.of("latest")))).containsExactly("latest.jar", "out/a.jar");

        workspace.link("out/loop", Path.of("..", "out"));
        assertThat(workspace.refused(UNTRACKED)).containsExactly("LINK_LOOP latest/loop", "LINK_LOOP out/loop");
    }

    @Test
    void refusesANestedRepository() throws Exception {
        workspace.repository("nested").with("nested/a.txt", "b.txt");
        assertThat(workspace.refused(UNTRACKED)).containsExactly("NESTED_REPOSITORY nested/");
    }

    @Test
    void anAllowedRepositoryIsAskedForItsOwnUntrackedFiles() throws Exception {
        workspace.repository("nested").with("nested/.gitignore", "nested/a.txt", "nested/tracked.txt", "b.txt");
        Files.writeString(workspace.file("nested/.gitignore"), "*.log\n");
        workspace.with("nested/c.log");
        git(workspace.file("nested"), "add", ".gitignore", "tracked.txt");
        SafetyCheck.Allowances allowed = SafetyCheck.Allowances.of(List.of(), List.of(), List.of("nested/"));
        assertThat(workspace.outputs(allowed, UNTRACKED))
                .extracting(Output::name)
                .containsExactly("b.txt", "nested/a.txt");
        SafetyCheck.Allowances other = SafetyCheck.Allowances.of(List.of(), List.of(), List.of("nested/other.txt"));
        assertThat(workspace.refused(other, UNTRACKED)).containsExactly("NESTED_REPOSITORY nested/");
    }

    @Test
    void submodulesAreTracked() throws Exception {
        Workspace library = new Workspace(Files.createDirectory(folder.resolve("library"))).repository("");
        library.with("a.txt");
        git(library.base(), "add", "-A");
        git(library.base(), "commit", "-q", "-m", "one");
        git(
                workspace.base(),
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                library.base().toString(),
                "sub");
        workspace.with("sub/built.jar", "b.txt");
        assertThat(workspace.names(UNTRACKED)).containsExactly("b.txt");
    }

    @Test
    void aWorktreeHasUntrackedFilesOfItsOwn() throws Exception {
        workspace.with("in-main.txt");
        Path worktree = folder.resolve("worktree");
        git(workspace.base(), "worktree", "add", "-q", "-b", "topic", worktree.toString());
        assertThat(Files.isRegularFile(worktree.resolve(".git"))).isTrue();
        assertThat(new Workspace(worktree).with("out/a.jar", "ignored/x").names(UNTRACKED))
                .containsExactly("out/a.jar");
    }

    @Test
    void aShallowCloneAndADetachedHeadAreLikeAnyOther() throws Exception {
        git(workspace.base(), "commit", "-q", "--allow-empty", "-m", "two");
        Path shallow = folder.resolve("shallow");
        git(folder, "clone", "-q", "--depth", "1", workspace.base().toUri().toString(), shallow.toString());
        git(shallow, "checkout", "-q", "--detach");
        assertThat(git(shallow, "rev-parse", "--is-shallow-repository")).startsWith("true");
        assertThat(new Workspace(shallow).with("out/a.jar", "x.tmp").names(UNTRACKED))
                .containsExactly("out/a.jar");
    }

    @Test
    void aSha256RepositoryIsLikeAnyOther() throws Exception {
        Workspace sha256 = new Workspace(Files.createDirectory(folder.resolve("sha256")));
        git(sha256.base(), "init", "-q", "--object-format=sha256");
        sha256.with("pom.xml");
        git(sha256.base(), "add", "-A");
        git(sha256.base(), "commit", "-q", "-m", "one");
        assertThat(git(sha256.base(), "rev-parse", "HEAD").strip()).hasSize(64);
        assertThat(sha256.with("out/a.jar").names(UNTRACKED)).containsExactly("out/a.jar");
    }

    @Test
    void filesOutsideASparseCheckoutAreTracked() throws Exception {
        git(workspace.base(), "sparse-checkout", "set", "--cone", "--sparse-index", "other");
        assertThat(git(workspace.base(), "ls-files", "--sparse"))
                .as("an index with a folder in it")
                .contains("src/\n");
        workspace.with("src/Main.java", "src/New.java");
        assertThat(workspace.names(UNTRACKED)).containsExactly("src/New.java");
    }

    @Test
    @DisabledOnOs(WINDOWS)
    void takesOddNamesAsTheyAre() throws Exception {
        String[] odd = {" a b ", "-rf", "\"q'", "a\nb", "back\\slash", "star*", "tab\t"};
        workspace.with(odd);
        assertThat(workspace.names(UNTRACKED)).containsExactlyInAnyOrder(odd);
    }

    @Test
    void takesUnicodeNames() throws Exception {
        assumeTrue(Workspace.canName("größe😀"), "a locale that can write them");
        workspace.with("größe😀", "gro\u0308ße");
        assertThat(workspace.names(UNTRACKED)).containsExactlyInAnyOrder("größe😀", "gro\u0308ße");
    }

    /** A name of one byte that is no UTF-8, which Java could not even write. */
    @Test
    @EnabledOnOs(LINUX)
    void refusesANameThatIsNoText() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "printf x > \"$(printf 'bad\\377')\"")
                .directory(workspace.base().toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(workspace.refused(UNTRACKED)).containsExactly("UNREADABLE_NAME bad\uFFFD");
        assertThat(workspace.refused(Workspace.globs("bad*"))).containsExactly("UNREADABLE_NAME bad\uFFFD");
    }

    @Test
    void aModuleIsAFolderOfTheRepository() throws Exception {
        workspace.with("module/out/a.jar", "other.txt");
        assertThat(new Workspace(workspace.file("module")).names(UNTRACKED)).containsExactly("out/a.jar");
    }

    @Test
    void aFolderInNoRepositorySaysSo() {
        SelectionException failure = failure(SelectionException.class, () -> new Workspace(folder).names(UNTRACKED));
        assertThat(failure.fault()).isEqualTo(Fault.NO_REPOSITORY);
        assertThat(failure.subject()).isEqualTo(folder.toString());
    }

    @Test
    void theGitFolderIsNoWorkingTree() {
        SelectionException failure =
                failure(SelectionException.class, () -> new Workspace(workspace.file(".git")).names(UNTRACKED));
        assertThat(failure.fault()).isEqualTo(Fault.NO_REPOSITORY);
    }

    @Test
    void aBrokenRepositoryIsReportedInTheWordsOfGit() throws Exception {
        Files.write(workspace.file(".git/index"), "garbage".getBytes(StandardCharsets.UTF_8));
        SelectionException failure = failure(SelectionException.class, () -> workspace.names(UNTRACKED));
        assertThat(failure.fault()).isEqualTo(Fault.GIT_FAILED);
        assertThat(failure.reason()).contains("failed with exit code 128", "index file");
    }

    /** More than the buffer of a pipe. */
    @Test
    void aLongListIsReadToItsEnd() throws Exception {
        Path many = Files.createDirectory(workspace.file("many"));
        for (int i = 0; i < 1500; i++) {
            Files.createFile(many.resolve("x".repeat(60) + i));
        }
        assertThat(workspace.names(UNTRACKED)).hasSize(1500);
    }

    @Test
    @DisabledOnOs(WINDOWS)
    void startsNoProgramThatTheRepositoryNames() throws Exception {
        Path mark = folder.resolve("started");
        Path monitor = Files.writeString(folder.resolve("monitor"), "#!/bin/sh\ntouch '" + mark + "'\n");
        Files.setPosixFilePermissions(monitor, PosixFilePermissions.fromString("rwx------"));
        git(workspace.base(), "config", "core.fsmonitor", monitor.toString());
        workspace.with("a.txt");
        assertThat(workspace.names(UNTRACKED)).containsExactly("a.txt");
        assertThat(mark).doesNotExist();
        git(workspace.base(), "ls-files", "-o");
        assertThat(mark).exists();
    }
}
