package io.github.artifactpublisher.outputs;

import static io.github.artifactpublisher.outputs.Workspace.failure;
import static io.github.artifactpublisher.outputs.Workspace.globs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import io.github.artifactpublisher.glob.Glob;
import io.github.artifactpublisher.outputs.RefusedFile.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyCheckTest {
    private static final Selection ALL = globs("**");

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void makeAWorkspace() throws IOException {
        workspace = new Workspace(Files.createDirectory(folder.resolve("base")));
        workspace.with("app.jar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".env",
                ".env.production",
                "prod.env",
                "a/.envrc",
                "server.pem",
                "SERVER.KEY",
                "a/id_rsa",
                "id_ed25519",
                "id_ecdsa",
                "id_dsa",
                ".npmrc",
                ".netrc",
                "_netrc",
                "settings.xml",
                "settings-security.xml",
                ".git-credentials",
                "gha-creds-0123abcd.json",
                "terraform.tfstate",
                "terraform.tfstate.backup",
                "a.p12",
                "a.pfx",
                "a.jks",
                "a.keystore",
                ".pypirc",
                ".pgpass",
                "credentials.json",
                ".htpasswd"
            })
    void refusesFilesThatLookLikeSecrets(String name) throws IOException {
        workspace.with(name);
        assertThat(workspace.refused(ALL)).containsExactly("SECRET_LOOKING " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {".aws", ".ssh", ".gnupg", ".kube", ".docker", "home/.AWS"})
    void refusesFoldersOfSecretsOnce(String name) throws IOException {
        workspace.with(name + "/config", name + "/other/file");
        assertThat(workspace.refused(ALL)).containsExactly("SECRET_LOOKING " + name + "/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id_rsa.pub",
                "environment",
                "key",
                "pem.txt",
                "settings.xml.md",
                "app.jar.asc",
                "keys/readme.txt",
                "my-settings.xml",
                "aws/config",
                "credentials.html"
            })
    void letsOrdinaryNamesPass(String name) throws IOException {
        workspace.with(name);
        assertThat(workspace.names(ALL)).contains(name);
    }

    @Test
    void refusesHiddenFilesAndFoldersOnce() throws IOException {
        workspace.with(".a", "b/.c", ".d/e", ".d/f/g");
        assertThat(workspace.refused(ALL)).containsExactly("HIDDEN .a", "HIDDEN .d/", "HIDDEN b/.c");
    }

    @Test
    void checksSelectedFilesOnly() throws IOException {
        workspace.with(".a", ".env", "b/.c/d.jar");
        assertThat(workspace.refused(globs("**/*.jar"))).containsExactly("HIDDEN b/.c/");
        assertThat(workspace.names(Selection.globs(List.of("**/*.jar"), List.of("b/"))))
                .containsExactly("app.jar");
    }

    @Test
    void hiddenFilesPassIfAllowed() throws IOException {
        workspace.with(".a", ".d/e", ".d/f/g", ".env");
        SafetyCheck.Allowances hidden = SafetyCheck.Allowances.of(List.of("**"), List.of(), List.of());
        assertThat(workspace.refused(hidden, ALL)).containsExactly("SECRET_LOOKING .env");
        SafetyCheck.Allowances some = SafetyCheck.Allowances.of(List.of(".d/*"), List.of(".env"), List.of());
        assertThat(workspace.refused(some, ALL)).containsExactly("HIDDEN .a", "HIDDEN .d/");
    }

    @Test
    void secretLookingFilesPassIfAllowedThoughHidden() throws IOException {
        workspace.with(".env", "config/settings.xml");
        SafetyCheck.Allowances allowances =
                SafetyCheck.Allowances.of(List.of(), List.of(".env", "**/settings.xml"), List.of());
        assertThat(names(workspace.outputs(allowances, ALL))).containsExactly(".env", "app.jar", "config/settings.xml");
    }

    @Test
    void refusesALinkThatLeavesTheBaseWhateverIsAllowed() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path file = Files.writeString(outside.resolve("file"), "x");
        workspace.link("to-file", file);
        workspace.link("to-folder", outside);
        SafetyCheck.Allowances all = SafetyCheck.Allowances.of(List.of("**"), List.of("**"), List.of("**"));
        String toFolder = "LEAVES_BASE to-folder -> " + outside.toRealPath();
        assertThat(workspace.refused(all, ALL))
                .containsExactly("LEAVES_BASE to-file -> " + file.toRealPath(), toFolder);
        assertThat(workspace.refused(all, globs("to-folder/*"))).containsExactly(toFolder);
        assertThat(workspace.names(Selection.globs(List.of("**"), List.of("to-*"))))
                .containsExactly("app.jar");
        for (String below : List.of("to-folder/", "to-folder/**")) {
            assertThat(workspace.names(Selection.globs(List.of("**"), List.of("to-file", below))))
                    .containsExactly("app.jar");
        }
    }

    @Test
    void aNeighbourThatBeginsLikeTheBaseIsOutside() throws IOException {
        Path neighbour = Files.createDirectory(folder.resolve("base-2"));
        workspace.link("link", Files.writeString(neighbour.resolve("x"), "x"));
        assertThat(workspace.refused(ALL)).hasSize(1).first().asString().startsWith("LEAVES_BASE link");
    }

    @Test
    void aLinkThatStaysIsReadAsTheFile() throws IOException {
        workspace.link("latest.jar", Path.of("app.jar"));
        List<Output> outputs = workspace.outputs(SafetyCheck.Allowances.NONE, ALL);
        assertThat(names(outputs)).containsExactly("app.jar", "latest.jar");
        assertThat(outputs.get(1).file()).hasContent("app.jar");
    }

    @Test
    void aLinkCannotLendASecretAnotherName() throws Exception {
        workspace.with(".env", ".d/e").repository("");
        workspace.link("notes.txt", Path.of(".env"));
        workspace.link("plain.txt", Path.of(".d", "e"));
        workspace.link("config.txt", Path.of(".git", "config"));
        SafetyCheck.Allowances linkOnly = SafetyCheck.Allowances.of(List.of("*.txt"), List.of("*.txt"), List.of());
        assertThat(workspace.refused(linkOnly, globs("*.txt")))
                .containsExactly(
                        "GIT_FOLDER config.txt -> .git/",
                        "SECRET_LOOKING notes.txt -> .env",
                        "HIDDEN plain.txt -> .d/");
        SafetyCheck.Allowances targets = SafetyCheck.Allowances.of(List.of("**"), List.of("**"), List.of("**"));
        assertThat(workspace.refused(targets, globs("*.txt"))).containsExactly("GIT_FOLDER config.txt -> .git/");
    }

    @Test
    void aLinkToAFolderIsFollowedAsOneToAFileIs() throws IOException {
        workspace.with("real/sub/a.txt");
        workspace.link("latest", Path.of("real"));
        workspace.link("again", Path.of("latest"));
        workspace.link("deep/er/sub", Path.of("..", "..", "real", "sub"));
        assertThat(workspace.names(ALL))
                .containsExactly(
                        "again/sub/a.txt", "app.jar", "deep/er/sub/a.txt", "latest/sub/a.txt", "real/sub/a.txt");
        assertThat(workspace.names(globs("latest/"))).containsExactly("latest/sub/a.txt");
        assertThat(workspace.names(globs("*/*/a.txt")))
                .containsExactly("again/sub/a.txt", "latest/sub/a.txt", "real/sub/a.txt");
        assertThat(workspace.names(Selection.paths(new PathsParser(false).parse("deep:again/"), List.of())))
                .containsExactly("er/sub/a.txt", "sub/a.txt");
        assertThat(workspace.names(Selection.globs(List.of("**"), List.of("again", "deep/**", "latest/sub"))))
                .containsExactly("app.jar", "real/sub/a.txt");
        assertThat(workspace.names(globs("latest/**"), globs("real/**"), globs("latest/sub/*")))
                .containsExactly("latest/sub/a.txt", "real/sub/a.txt");
    }

    @Test
    void aSecretBehindALinkToAFolderIsRefused() throws Exception {
        workspace.repository("nested").with("nested/x", "real/.env", ".hidden/y");
        workspace.link("a", Path.of("real"));
        workspace.link("b", Path.of(".hidden"));
        workspace.link("c", Path.of("nested"));
        assertThat(workspace.refused(globs("a/", "b/", "c/")))
                .containsExactlyInAnyOrder("SECRET_LOOKING a/.env", "HIDDEN b/y -> .hidden/", "NESTED_REPOSITORY c/");
    }

    @Test
    void aLinkIntoACircleIsRefusedByName() throws IOException {
        workspace.with("real/a.txt", "left/x", "right/y");
        workspace.link("real/loop", Path.of(".."));
        workspace.link("here", Path.of("."));
        workspace.link("left/to-right", Path.of("..", "right"));
        workspace.link("right/to-left", Path.of("..", "left"));
        assertThat(workspace.refused(ALL))
                .containsExactly(
                        "LINK_LOOP here",
                        "LINK_LOOP left/to-right/to-left",
                        "LINK_LOOP real/loop",
                        "LINK_LOOP right/to-left/to-right");
        assertThat(workspace.refused(globs("real/**/*.jar"))).containsExactly("LINK_LOOP real/loop");
        assertThat(workspace.names(globs("real/*.txt"))).containsExactly("real/a.txt");
        assertThat(workspace.names(globs("*"))).containsExactly("app.jar");
        assertThat(workspace.names(globs("real/loop/real/loop/*.jar"))).containsExactly("real/loop/real/loop/app.jar");
        assertThat(workspace.names(Selection.globs(List.of("real/"), List.of("**/loop"))))
                .containsExactly("real/a.txt");
    }

    @Test
    void refusesALinkOutOfTheBaseIfAFileBelowItIsSelected() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("x.log"), "x");
        workspace.link("logs", outside);
        assertThat(workspace.refused(globs("**/*.log")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("LEAVES_BASE logs");
        assertThat(workspace.names(globs("*.jar"))).containsExactly("app.jar");
        assertThat(workspace.names(Selection.globs(List.of("**/*.jar"), List.of("logs"))))
                .containsExactly("app.jar");
    }

    @Test
    void refusesALinkToNothing() throws IOException {
        workspace.link("dangling", Path.of("missing"));
        workspace.link("self", Path.of("self"));
        assertThat(workspace.refused(ALL)).containsExactly("BROKEN_LINK dangling", "BROKEN_LINK self");
    }

    @Test
    @EnabledOnOs(LINUX)
    void refusesSpecialFiles() throws Exception {
        Process mkfifo = new ProcessBuilder("mkfifo", "pipe")
                .directory(workspace.base().toFile())
                .start();
        assertThat(mkfifo.waitFor()).isZero();
        workspace.link("link-to-pipe", Path.of("pipe"));
        assertThat(workspace.refused(ALL)).containsExactly("NOT_REGULAR link-to-pipe", "NOT_REGULAR pipe");
        assertThat(workspace.names(Selection.globs(List.of("**"), List.of("**/*pipe"))))
                .containsExactly("app.jar");
    }

    @Test
    void refusesNestedRepositoriesOnce() throws Exception {
        workspace.repository("libs/one").with("libs/one/a.txt", "libs/one/b/c.txt");
        workspace.with("libs/two/.git", "libs/two/d.txt");
        assertThat(workspace.refused(ALL))
                .containsExactly("NESTED_REPOSITORY libs/one/", "NESTED_REPOSITORY libs/two/");
        assertThat(workspace.names(globs("*.jar"))).containsExactly("app.jar");
        SafetyCheck.Allowances one = SafetyCheck.Allowances.of(List.of(), List.of(), List.of("libs/one/"));
        assertThat(workspace.refused(one, ALL)).containsExactly("NESTED_REPOSITORY libs/two/");
    }

    @Test
    void allRefusedFilesAreReportedTheMostDangerousFirst() throws IOException {
        for (int i = 10; i < 40; i++) {
            workspace.with(".hidden" + i);
        }
        workspace.with("zz.pem");
        RefusedFilesException failure = failure(RefusedFilesException.class, () -> workspace.names(ALL));
        assertThat(failure.total()).isEqualTo(31);
        assertThat(failure.named()).hasSize(20);
        assertThat(failure.named().get(0))
                .isEqualTo(new RefusedFile(Reason.SECRET_LOOKING, "zz.pem", Optional.empty()));
        assertThat(failure.named().get(19).path()).isEqualTo(".hidden28");
    }

    /** The pattern that a message names must work. */
    @Test
    void theNamedPatternsAllowAndExclude() throws IOException {
        workspace.with(".[odd]*", ".d/e", "{x}.pem");
        workspace.link("link", Path.of(".d", "e"));
        List<RefusedFile> refused =
                failure(RefusedFilesException.class, () -> workspace.names(ALL)).named();
        assertThat(refused).hasSize(4);
        List<String> patterns =
                refused.stream().map(file -> file.allowPattern().orElseThrow()).toList();
        assertThat(workspace.outputs(SafetyCheck.Allowances.of(patterns, patterns, List.of()), ALL))
                .hasSize(5);
        List<String> excludes =
                refused.stream().map(file -> Glob.escapeInList(file.path())).toList();
        assertThat(workspace.names(Selection.globs(List.of("**"), excludes))).containsExactly("app.jar");
    }

    @Test
    void aLinkOutOfTheBaseCannotBeAllowed() {
        assertThat(new RefusedFile(Reason.LEAVES_BASE, "a", Optional.of("/etc/passwd")).allowPattern())
                .isEmpty();
    }

    private static List<String> names(List<Output> outputs) {
        return outputs.stream().map(Output::name).toList();
    }
}
