package io.github.artifactpublisher.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredFormTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "app.tar.gz, 1f8b08, false, application/gzip",
        "app.TGZ, 1f8b08, false, application/gzip",
        "app.tar.xz, fd377a585a0000, false, application/x-xz",
        "app.zst, 28b52ffd24, false, application/zstd",
        "app.bz2, 425a6839, false, application/x-bzip2",
        "notes.gz, 48656c6c6f, true, application/gzip",
        "empty.gz, '', true, application/gzip",
        "app.jar, 504b0304, true, application/gzip",
        "gz, 1f8b08, true, application/gzip"
    })
    void goesByNameAndContent(String name, String hex, boolean gzipped, String contentType) throws IOException {
        Path file = Files.write(folder.resolve(name), HexFormat.of().parseHex(hex));

        assertThat(StoredForm.of(file, name)).isEqualTo(new StoredForm(gzipped, contentType));
    }

    @Test
    void onlyWhatIsGzippedOnTheWayGetsAnEnding() {
        assertThat(StoredForm.GZIP.objectName("app.jar")).isEqualTo("app.jar.gz");
        assertThat(new StoredForm(false, "application/gzip").objectName("app.tgz"))
                .isEqualTo("app.tgz");
    }

    @Test
    @DisabledOnOs(WINDOWS)
    void theExecutableBitIsTheOwners() throws IOException {
        Path file = Files.createFile(folder.resolve("run"));

        assertThat(Output.of(file, "run", Optional.empty()).executable()).isFalse();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        assertThat(Output.of(file, "run", Optional.empty()).executable()).isTrue();
    }
}
