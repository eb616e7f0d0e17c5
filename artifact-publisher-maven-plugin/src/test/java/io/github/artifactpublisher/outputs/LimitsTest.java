package io.github.artifactpublisher.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.artifactpublisher.outputs.LimitException.FileSize;
import io.github.artifactpublisher.outputs.SelectionException.Fault;
import io.github.artifactpublisher.text.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
    @TempDir
    Path folder;

    @Test
    void exactlyTheLimitPasses() throws IOException {
        assertThatCode(() -> limits(30, 2).check(outputs(10, 20))).doesNotThrowAnyException();
        assertThatCode(() -> new Limits(Optional.empty(), OptionalInt.empty()).check(outputs(10, 20)))
                .doesNotThrowAnyException();
    }

    @Test
    void oneByteMoreIsTooMuch() {
        LimitException failure = Workspace.failure(
                LimitException.class, () -> limits(129, 100).check(outputs(10, 20, 5, 20, 30, 40, 5)));
        assertThat(failure.fault()).isEqualTo(Fault.TOO_LARGE);
        assertThat(failure.limit()).isEqualTo(129);
        assertThat(failure.actual()).isEqualTo(130);
        assertThat(failure.largest())
                .containsExactly(
                        new FileSize("f5", 40),
                        new FileSize("f4", 30),
                        new FileSize("f1", 20),
                        new FileSize("f3", 20),
                        new FileSize("f0", 10));
    }

    @Test
    void oneFileMoreIsTooMany() {
        LimitException failure =
                Workspace.failure(LimitException.class, () -> limits(1000, 1).check(outputs(10, 20)));
        assertThat(failure.fault()).isEqualTo(Fault.TOO_MANY);
        assertThat(failure.limit()).isEqualTo(1);
        assertThat(failure.actual()).isEqualTo(2);
    }

    @Test
    void aLimitOfNothingIsAMistake() {
        assertThat(Workspace.failure(SelectionException.class, () -> limits(0, 1))
                        .subject())
                .isEqualTo("maxSize");
        assertThat(Workspace.failure(SelectionException.class, () -> limits(1, 0))
                        .subject())
                .isEqualTo("maxFiles");
    }

    @Test
    void aFileThatIsGoneIsNamed() throws IOException {
        List<Output> outputs = outputs(10);
        Files.delete(outputs.get(0).file());
        SelectionException failure =
                Workspace.failure(SelectionException.class, () -> limits(1, 1).check(outputs));
        assertThat(failure.fault()).isEqualTo(Fault.UNREADABLE);
        assertThat(failure.subject()).isEqualTo("f0");
    }

    private static Limits limits(long bytes, int files) {
        return new Limits(Optional.of(new ByteSize(bytes)), OptionalInt.of(files));
    }

    private List<Output> outputs(int... sizes) throws IOException {
        List<Output> outputs = new ArrayList<>();
        for (int size : sizes) {
            String name = "f" + outputs.size();
            Path file = Files.write(folder.resolve(name), new byte[size]);
            outputs.add(Output.of(file, name, Optional.empty()));
        }
        return outputs;
    }
}
