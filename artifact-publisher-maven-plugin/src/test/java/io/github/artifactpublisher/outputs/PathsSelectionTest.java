package io.github.artifactpublisher.outputs;

import static io.github.artifactpublisher.outputs.Workspace.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import io.github.artifactpublisher.outputs.UnmatchedException.Unmatched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsSelectionTest {
    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void makeAWorkspace() throws IOException {
        workspace = new Workspace(Files.createDirectory(folder.resolve("base")));
        workspace.with("build.log", "dist/app.tgz", "dist/sub/x", "docs/index.html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "build.log; build.log",
                "./build.log; build.log",
                "dist/app.tgz; dist/app.tgz",
                "dist/../build.log; build.log",
                "dist; app.tgz|sub/x",
                "dist/; app.tgz|sub/x",
                "dist:build.log; app.tgz|sub/x|build.log",
                "dist=>out; out/app.tgz|out/sub/x",
                "dist=>out/; out/app.tgz|out/sub/x",
                "dist/app.tgz=>app; app",
                "dist/app.tgz=>out/; out/app.tgz",
                "dist/sub=>a/b; a/b/x",
                ".=>all; all/build.log|all/dist/app.tgz|all/dist/sub/x|all/docs/index.html"
            })
    void namesThemAsTheOldToolDid(String list, String names) {
        assertThat(workspace.names(paths(list))).containsExactly(names.split("\\|"));
    }

    @Test
    void anAbsoluteSourceMayBeBelowTheBase() {
        PathEntry entry = new PathEntry(workspace.file("dist").toString(), Optional.of("out"));
        assertThat(workspace.names(Selection.paths(List.of(entry), List.of("dist/sub/"))))
                .containsExactly("out/app.tgz");
    }

    @Test
    void aSourceIsNoPattern() {
        assertThat(failure(UnmatchedException.class, () -> workspace.names(paths("dist/*")))
                        .all()
                        .get(0)
                        .pattern())
                .isEqualTo("dist/*");
    }

    @ParameterizedTest
    @CsvSource({"../other", "dist/../../other", "/etc/passwd", "/"})
    void refusesASourceOutsideOfTheBase(String source) {
        SelectionException failure = failure(SelectionException.class, () -> workspace.names(paths(source)));
        assertThat(failure.fault()).isEqualTo(Fault.OUTSIDE_BASE);
        assertThat(failure.subject()).isEqualTo(source);
    }

    @Test
    void aMistakenDestinationIsCorrected() {
        UnmatchedException failure =
                failure(UnmatchedException.class, () -> workspace.names(paths("build.log:dist/:out:docs")));
        assertThat(failure.all()).containsExactly(new Unmatched("out", List.of(), Optional.of("dist/=>out")));
    }

    @Test
    void aListSeparatedByCommasIsCorrected() {
        UnmatchedException failure =
                failure(UnmatchedException.class, () -> workspace.names(paths("build.log, dist/=>out")));
        assertThat(failure.all().get(0).suggestion()).contains("build.log:dist/=>out");
    }

    @Test
    void allThatAreMissingAreNamed() {
        UnmatchedException failure =
                failure(UnmatchedException.class, () -> workspace.names(paths("buildlog:dist:dosc")));
        assertThat(failure.all())
                .containsExactly(
                        new Unmatched("buildlog", List.of("build.log"), Optional.empty()),
                        new Unmatched("dosc", List.of("docs/", "dist/"), Optional.empty()));
    }

    private static Selection paths(String list) {
        return Selection.paths(new PathsParser(false).parse(list), List.of());
    }
}
