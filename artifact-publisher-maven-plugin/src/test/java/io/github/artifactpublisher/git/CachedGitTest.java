package io.github.artifactpublisher.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedGitTest {
    @TempDir
    Path folder;

    @Test
    void changedFilesAreTheSameInTheWholeBuild() throws Exception {
        git("init", "-q");
        Files.writeString(folder.resolve("a"), "a");
        git("add", ".");
        git("commit", "-q", "-m", "a");
        Files.writeString(folder.resolve("a"), "b");
        GitView cached = new CachedGit(new GitCommand(folder), new HashMap<>());

        assertThat(cached.changedFiles()).isEqualTo(Optional.of(List.of("a")));
        git("commit", "-q", "-a", "-m", "b");
        assertThat(cached.changedFiles()).isEqualTo(Optional.of(List.of("a")));
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
