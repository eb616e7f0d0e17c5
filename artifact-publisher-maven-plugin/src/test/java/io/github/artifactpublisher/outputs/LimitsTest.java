package io.github.artifactpublisher.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.artifactpublisher.outputs.LimitException.Measured;
import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1048576, 1048576",
        "50MB, 50000000",
        "50 mb, 50000000",
        "50M, 50000000",
        "1000 MiB, 1048576000",
        "1000Mi, 1048576000",
        "1GiB, 1073741824",
        "1.5 GiB, 1610612736",
        "1.5KB, 1500",
        "1.9B, 1",
        "7 b, 7",
        "' 2k ', 2000",
        "1TB, 1000000000000",
        "1PiB, 1125899906842624",
        "7EiB, 8070450532247928832",
        "9223372036854775807, 9223372036854775807"
    })
    void readsSizes(String text, long bytes) {
        assertThat(ByteSize.parse(text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MB",
                "-1",
                "1,000",
                "1 000",
                "1e6",
                "0x10",
                "5iB",
                "5 i",
                "1.MB",
                ".5MB",
                "5MBs",
                "5 ZB",
                "٣",
                "9223372036854775808",
                "8EiB",
                "99999999999999999999999999EB",
                "NaN",
                "1\nMB"
            })
    void refusesWhatIsNoSize(String text) {
        SelectionException failure = Workspace.failure(SelectionException.class, () -> ByteSize.parse(text));
        assertThat(failure.fault()).isEqualTo(Fault.BAD_LIMIT);
        assertThat(failure.subject()).isEqualTo(text);
    }

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
                        new Measured("f5", 40),
                        new Measured("f4", 30),
                        new Measured("f1", 20),
                        new Measured("f3", 20),
                        new Measured("f0", 10));
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
