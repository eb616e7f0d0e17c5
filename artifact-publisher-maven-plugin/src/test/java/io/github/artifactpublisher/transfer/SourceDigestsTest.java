package io.github.artifactpublisher.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.plan.PlanException;
import io.github.artifactpublisher.plan.PlanException.Fault;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.publish.TestOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file is read once, and as early as can be. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SourceDigestsTest {
    /** FIPS 180-4's own example: the SHA-256 of {@code abc}. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    Path folder;

    @Test
    void aFileIsReadOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("abc"), "abc", UTF_8);
        PlannedObject planned = planned(file);
        try (SourceDigests digests = new SourceDigests()) {
            digests.readAll(List.of(planned, planned));
            Files.delete(file);

            assertThat(digests.of(planned).sha256().hex()).isEqualTo(ABC);
            assertThat(digests.of(planned).size()).isEqualTo(3);
        }
    }

    /** Opening a pipe for writing waits until somebody reads from it: here nobody has asked for the digest. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileIsReadBeforeItIsAskedFor() throws Exception {
        Path pipe = Files.createFile(folder.resolve("pipe"));
        PlannedObject planned = planned(pipe);
        Files.delete(pipe);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        try (SourceDigests digests = new SourceDigests()) {
            digests.startReading(List.of(planned));
            try (OutputStream written = Files.newOutputStream(pipe)) {
                written.flush();
            }

            assertThat(digests.of(planned).sha256().hex()).isEqualTo(NOTHING);
        }
    }

    @Test
    void aFailureIsThrownWhenTheDigestIsRequested() throws Exception {
        Path file = Files.writeString(folder.resolve("gone"), "abc", UTF_8);
        PlannedObject planned = planned(file);
        Files.delete(file);
        try (SourceDigests digests = new SourceDigests()) {
            digests.startReading(List.of(planned));

            assertThatThrownBy(() -> digests.of(planned))
                    .isInstanceOfSatisfying(
                            PlanException.class,
                            failure -> assertThat(failure.fault()).isEqualTo(Fault.UNREADABLE));
        }
    }

    private static PlannedObject planned(Path file) throws IOException {
        Output output = Output.of(file, file.getFileName().toString(), Optional.empty());
        return Plan.of(TestOptions.targets(new KeyPrefix("artifacts/acme/app/main")), TestOptions.PLAN, List.of(output))
                .objects()
                .get(0);
    }
}
