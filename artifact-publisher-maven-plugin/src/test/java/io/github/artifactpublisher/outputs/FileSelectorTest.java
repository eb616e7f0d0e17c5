package io.github.artifactpublisher.outputs;

import static io.github.artifactpublisher.outputs.Workspace.failure;
import static io.github.artifactpublisher.outputs.Workspace.globs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import io.github.artifactpublisher.glob.Glob;
import io.github.artifactpublisher.outputs.SelectionException.Fault;
import io.github.artifactpublisher.outputs.UnmatchedException.Unmatched;
import io.github.artifactpublisher.testing.TestAttributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSelectorTest {
    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void makeAWorkspace() throws IOException {
        workspace = new Workspace(Files.createDirectory(folder.resolve("base")));
    }

    @Test
    void namesAreRelativeAndSorted() throws IOException {
        workspace.with("b/z.jar", "b/a.jar", "a/c/x.jar", "top.jar", "a/readme.txt");
        assertThat(workspace.names(globs("**/*.jar"))).containsExactly("a/c/x.jar", "b/a.jar", "b/z.jar", "top.jar");
    }

    @Test
    void anExcludePrunes() throws IOException {
        workspace.with("a/1.jar", "n/2.jar", "a/n/3.jar", "a/4-sources.jar", "n.jar");
        Selection selection = Selection.globs(List.of("**/*.jar"), List.of("**/n/", "**/*-sources.jar"));
        assertThat(workspace.names(selection)).containsExactly("a/1.jar", "n.jar");
        assertThat(workspace.names(Selection.globs(List.of("**/*.jar"), List.of("a"))))
                .containsExactly("n/2.jar", "n.jar");
    }

    /** It would fail if it were read. */
    @Test
    @DisabledOnOs(WINDOWS)
    void readsOnlyFoldersThatCanContainMatches() throws IOException {
        workspace.with("target/a.jar", "secret/x");
        Path closed = workspace.file("secret");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeTrue(!Files.isReadable(closed), "root reads everything");
            assertThat(workspace.names(globs("target/*.jar"))).containsExactly("target/a.jar");
            assertThat(failure(SelectionException.class, () -> workspace.names(globs("**/*.jar")))
                            .fault())
                    .isEqualTo(Fault.UNREADABLE);
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void neverGoesIntoGit() throws Exception {
        workspace.with("a.txt").repository("");
        assertThat(workspace.names(globs("**"))).containsExactly("a.txt");
        assertThat(failure(UnmatchedException.class, () -> workspace.names(globs(".git/config")))
                        .all())
                .hasSize(1);
    }

    @Test
    @DisabledOnOs(WINDOWS)
    void recordsTheExecutableBit() throws IOException {
        workspace.with("run.sh", "read.me");
        Files.setPosixFilePermissions(workspace.file("run.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(workspace.file("read.me"), PosixFilePermissions.fromString("rw-r--r-x"));
        assertThat(workspace.outputs(SafetyCheck.Allowances.NONE, globs("*")))
                .extracting(Output::name, Output::executable)
                .containsExactly(tuple("read.me", false), tuple("run.sh", true));
    }

    @Test
    @DisabledOnOs(WINDOWS)
    void takesOddNamesAsTheyAre() throws IOException {
        String[] odd = {" a b ", "-rf", "\"q'", "a\nb", "back\\slash", "star*", "{x}", "$(x)"};
        workspace.with(odd);
        assertThat(workspace.names(globs("*"))).containsExactlyInAnyOrder(odd);
        for (String name : odd) {
            assertThat(workspace.names(globs(Glob.escape(name)))).containsExactly(name);
        }
    }

    @Test
    void takesUnicodeNamesWithoutNormalisation() throws IOException {
        String[] names = {"größe.txt", "gro\u0308ße.txt", "😀.txt"};
        assumeTrue(Workspace.canName(names[2]), "a locale that can write them");
        workspace.with(names);
        assertThat(workspace.names(globs("*"))).containsExactlyInAnyOrder(names);
    }

    @Test
    void theFirstOfTwoSelectionsGivesTheAttributes() throws IOException {
        workspace.with("site/index.html", "site/app.js");
        ObjectAttributes html = TestAttributes.cacheControl("no-cache");
        ObjectAttributes rest = TestAttributes.cacheControl("max-age=60");
        List<Output> outputs = workspace.outputs(
                SafetyCheck.Allowances.NONE,
                globs("**/*.html").with(html),
                globs("site/").with(rest));
        assertThat(outputs).extracting(Output::name).containsExactly("site/index.html", "site/app.js");
        assertThat(outputs).extracting(Output::attributes).containsExactly(html, rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "taret/*.jar; target/app.jar|target/",
                "target/app.zip; target/app.jar|target/",
                "target/App.jar; target/app.jar|target/",
                "target; target/",
                "tagret/; target/",
                "**/app.jra; target/app.jar",
                "quite/other; ''"
            })
    void anIncludeThatMatchesNothingNamesTheNearest(String include, String nearest) throws IOException {
        workspace.with("target/app.jar", "pom.xml");
        UnmatchedException failure =
                failure(UnmatchedException.class, () -> workspace.names(globs("**/*.xml", include)));
        List<String> expected = nearest.isEmpty() ? List.of() : List.of(nearest.split("\\|"));
        assertThat(failure.all()).containsExactly(new Unmatched(include, expected, Optional.empty()));
        assertThat(failure.fault()).isEqualTo(Fault.NOTHING_MATCHES);
    }

    @Test
    void atMostThreeAreNamedAndAllThatMatchNothing() throws IOException {
        workspace.with("app-1.jar", "app-2.jar", "app-3.jar", "app-4.jar");
        UnmatchedException failure =
                failure(UnmatchedException.class, () -> workspace.names(globs("app-5.jar", "app-6.jar")));
        assertThat(failure.all()).extracting(Unmatched::pattern).containsExactly("app-5.jar", "app-6.jar");
        assertThat(failure.all().get(0).nearest()).containsExactly("app-1.jar", "app-2.jar", "app-3.jar");
    }

    @Test
    void excludedFilesDoNotMatch() throws IOException {
        workspace.with("a.jar");
        Selection selection = Selection.globs(List.of("*.jar"), List.of("a.*"));
        assertThat(failure(UnmatchedException.class, () -> workspace.names(selection))
                        .all())
                .hasSize(1);
    }

    @Test
    void anEmptySelectionIsRefused() {
        assertThat(failure(SelectionException.class, () -> globs()).subject()).isEqualTo("includes");
        assertThat(failure(SelectionException.class, () -> Selection.paths(List.of(), List.of()))
                        .subject())
                .isEqualTo("paths");
        assertThat(workspace.names()).isEmpty();
    }

    @Test
    void theBaseHasToBeAFolder() throws IOException {
        workspace.with("file");
        for (String name : List.of("file", "missing")) {
            assertThat(failure(SelectionException.class, () -> new Workspace(workspace.file(name)).names(globs("*")))
                            .fault())
                    .isEqualTo(Fault.NO_FOLDER);
        }
    }

    @Test
    void theBaseMayBeALink() throws IOException {
        workspace.with("a/b.txt");
        Path link = Files.createSymbolicLink(folder.resolve("link"), workspace.base());
        assertThat(new Workspace(link).names(globs("**"))).containsExactly("a/b.txt");
    }
}
