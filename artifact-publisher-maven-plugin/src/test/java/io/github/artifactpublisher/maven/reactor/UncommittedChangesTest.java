package io.github.artifactpublisher.maven.reactor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.ci.CiDetection;
import io.github.artifactpublisher.ci.CiFiles;
import io.github.artifactpublisher.git.GitCommand;
import io.github.artifactpublisher.git.GitView;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.settings.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A set is named by a commit: what is published has to be that commit's, or to say that it is not. */
class UncommittedChangesTest {
    private static final Map<String, String> JENKINS =
            Map.of("JENKINS_URL", "https://ci.example/", "BUILD_NUMBER", "7");

    @TempDir
    Path folder;

    private final List<CharSequence> warnings = new ArrayList<>();
    private final Map<String, Object> data = new HashMap<>();
    private final Log log = new SystemStreamLog() {
        @Override
        public void warn(CharSequence line) {
            warnings.add(line);
        }
    };

    @BeforeEach
    void makeARepository() throws Exception {
        git("init", "-q");
        for (String name : List.of("a", "b", "c", "d", "e", "f", "g")) {
            Files.writeString(folder.resolve(name), name);
        }
        git("add", ".");
        git("commit", "-q", "-m", "files");
    }

    @Test
    void aCleanCopyAndFilesThatAreNotTrackedAreFine() throws IOException {
        Files.writeString(folder.resolve("untracked"), "x");

        assertThat(checkAndReport(Map.of(), false)).isFalse();
        assertThat(warnings).isEmpty();
    }

    @Test
    void outsideCiAChangeIsRefused() throws IOException {
        Files.writeString(folder.resolve("b"), "x");

        assertThat(refused())
                .matches("The working copy has uncommitted changes in 1 file: b, and would be published as commit"
                        + " [0-9a-f]{8}\\. Commit or stash the changes, or set artifacts\\.allowDirty=true\\.");
        for (String name : List.of("a", "c", "d", "e", "f", "g")) {
            Files.writeString(folder.resolve(name), "x");
        }
        data.clear();
        assertThat(refused()).contains("in 7 files: a, b, c, d, e and 2 more, and");
    }

    @Test
    void aChangeThatIsAllowedIsLoggedOnce() throws IOException {
        Files.writeString(folder.resolve("b"), "x");

        assertThat(checkAndReport(Map.of(), true)).isTrue();
        assertThat(checkAndReport(Map.of(), true)).isTrue();
        assertThat(warnings)
                .containsExactly(
                        "The working copy has uncommitted changes in 1 file: b. The manifest has \"dirty\": true.");
    }

    @Test
    void inCiAChangeIsLogged() throws IOException {
        Files.writeString(folder.resolve("b"), "x");

        assertThat(checkAndReport(JENKINS, false)).isTrue();
        assertThat(warnings).hasSize(1);
        data.clear();
        assertThat(checkAndReport(Map.of("CI", "true"), false))
                .as("an unknown server")
                .isTrue();
    }

    @Test
    void anUnknownStateOfTheWorkingCopyIsLoggedOnce() throws IOException {
        Files.writeString(folder.resolve(".git/index"), "damaged");

        assertThat(checkAndReport(Map.of(), false)).isFalse();
        assertThat(checkAndReport(Map.of(), false)).isFalse();
        assertThat(warnings)
                .containsExactly("It is not known whether the working copy has uncommitted changes, because git diff"
                        + " failed or did not end in time. The set is published as if it had none.");
    }

    @Test
    void gitIsAskedOnceInABuild() throws IOException {
        assertThat(checkAndReport(JENKINS, false)).isFalse();
        Files.writeString(folder.resolve("b"), "what a later module has formatted");

        assertThat(checkAndReport(JENKINS, false)).isFalse();
    }

    private String refused() {
        SettingException refusal = catchThrowableOfType(SettingException.class, () -> checkAndReport(Map.of(), false));
        return FailureMessages.of(refusal).orElseThrow();
    }

    private boolean checkAndReport(Map<String, String> environment, boolean allowed) {
        GitView git = new GitCommand(folder, data);
        CiBuild build = CiDetection.detect(environment, git, CiFiles.onDisk());
        return new UncommittedChanges(log, data, git).checkAndReport(build, allowed);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=n", "-c", "user.email=e@example.org"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
