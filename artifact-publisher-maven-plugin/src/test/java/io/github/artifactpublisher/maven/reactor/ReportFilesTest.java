package io.github.artifactpublisher.maven.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.maven.settings.SelectionSettings;
import io.github.artifactpublisher.maven.settings.Settings;
import io.github.artifactpublisher.outputs.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    private static final Instant START = Instant.parse("2026-11-23T10:59:59.500Z");

    @TempDir
    Path folder;

    @Test
    void reportsLogsAndDumpsAreFoundByTheirPaths() throws IOException {
        write("core/target/surefire-reports/TEST-A.xml");
        write("core/target/surefire-reports/2026-jvmRun1.dumpstream");
        write("core/target/failsafe-reports/failsafe-summary.xml");
        write("core/target/it/first/build.log");
        write("core/target/heap.dump");
        write("core/target/hs.dumpstream");
        write("core/target/core-1.0.jar");
        write("core/notes.log");

        assertThat(names("core"))
                .containsExactlyInAnyOrder(
                        "core/target/surefire-reports/TEST-A.xml",
                        "core/target/surefire-reports/2026-jvmRun1.dumpstream",
                        "core/target/failsafe-reports/failsafe-summary.xml",
                        "core/target/it/first/build.log",
                        "core/target/heap.dump",
                        "core/target/hs.dumpstream");
    }

    @Test
    void aFileThatSeveralPatternsFindIsThereOnce() throws IOException {
        write("core/target/surefire-reports/test.log");

        assertThat(names("core")).containsExactly("core/target/surefire-reports/test.log");
    }

    /** Of some file systems the times are whole seconds: a file of the second in which the build began is new. */
    @Test
    void olderFilesAreIgnored() throws IOException {
        setTime(write("core/target/old.log"), "2026-11-23T10:59:58Z");
        setTime(write("core/target/new.log"), "2026-11-23T10:59:59Z");

        assertThat(names("core")).containsExactly("core/target/new.log");
    }

    @Test
    void aModuleThatWasNotBuiltHasNone() {
        assertThat(names("core")).isEmpty();
    }

    @Test
    void aBuildFolderOutsideTheRootIsNamedAfterTheModule() throws IOException {
        write("core/target/a.log");

        assertThat(new ReportFiles(folder.resolve("other"), selection(Map.of()), START).of(project("core")))
                .extracting(Output::name)
                .containsExactly("core/a.log");
    }

    @Test
    void aSecretIsRefusedAndTheOthersArePublished() throws IOException {
        write("core/target/surefire-reports/id_rsa");
        write("core/target/surefire-reports/TEST-A.xml");

        ReportFiles strict = files(Map.of());
        assertThat(strict.of(project("core")))
                .extracting(Output::name)
                .containsExactly("core/target/surefire-reports/TEST-A.xml");
        assertThat(strict.refused()).singleElement().satisfies(report -> {
            assertThat(report.folder()).isEqualTo("core/target");
            assertThat(report.file().path()).isEqualTo("surefire-reports/id_rsa");
        });

        ReportFiles allowing = files(Map.of("ARTIFACTS_ALLOW_SECRET_LOOKING", "**/id_rsa"));
        assertThat(allowing.of(project("core"))).hasSize(2);
        assertThat(allowing.refused()).isEmpty();
    }

    @Test
    void theyAreStoredAsTheSettingsSay() throws IOException {
        write("core/target/a.log");

        assertThat(files(Map.of("ARTIFACTS_TAGS", "keep=week")).of(project("core")))
                .singleElement()
                .satisfies(output -> assertThat(output.attributes().tags()).containsEntry("keep", "week"));
    }

    private List<String> names(String module) {
        return files(Map.of()).of(project(module)).stream().map(Output::name).toList();
    }

    private ReportFiles files(Map<String, String> environment) {
        return new ReportFiles(folder, selection(environment), START);
    }

    private static SelectionSettings selection(Map<String, String> environment) {
        return new SelectionSettings(new Settings(TestParameters.none(), environment));
    }

    private MavenProject project(String name) {
        Model model = new Model();
        model.setArtifactId(name);
        model.setBuild(new Build());
        model.getBuild().setDirectory(folder.resolve(name + "/target").toString());
        return new MavenProject(model);
    }

    private Path write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, path);
    }

    private static void setTime(Path file, String time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
    }
}
