package io.github.artifactpublisher.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import io.github.artifactpublisher.git.GitException.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** Tests the failures. The lists are tested with the selection of untracked files. */
class UntrackedFilesTest {
    @TempDir
    Path folder;

    @Test
    void aMissingGitIsNamed() {
        GitException failure = failure(new UntrackedFiles("no-such-git", Duration.ofMinutes(5)));
        assertThat(failure.fault()).isEqualTo(Fault.NO_GIT);
        assertThat(failure.subject()).isEqualTo("no-such-git");
    }

    @Test
    void aFolderInNoWorkingTreeIsNamed() {
        GitException failure = failure(new UntrackedFiles());
        assertThat(failure.fault()).isEqualTo(Fault.NO_REPOSITORY);
        assertThat(failure.subject()).isEqualTo(folder.toString());
    }

    @Test
    @DisabledOnOs(WINDOWS)
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void waitsForABoundedTime() throws Exception {
        Path slow = Files.writeString(folder.resolve("slow"), "#!/bin/sh\nexec sleep 3600\n");
        Files.setPosixFilePermissions(slow, PosixFilePermissions.fromString("rwx------"));
        GitException failure = failure(new UntrackedFiles(slow.toString(), Duration.ofMillis(200)));
        assertThat(failure.fault()).isEqualTo(Fault.FAILED);
        assertThat(failure.reason()).startsWith("did not answer within ");
    }

    @Test
    void anInterruptIsKept() {
        Thread.currentThread().interrupt();
        GitException failure = failure(new UntrackedFiles());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo("was interrupted");
    }

    private GitException failure(UntrackedFiles untrackedFiles) {
        GitException failure = catchThrowableOfType(GitException.class, () -> untrackedFiles.below(folder));
        assertThat(failure).isNotNull();
        return failure;
    }
}
