package io.github.artifactpublisher.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import io.github.artifactpublisher.testing.TestAttributes;
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

        assertThat(StoredForm.of(Output.of(file, name, Optional.empty())))
                .isEqualTo(new StoredForm(gzipped, contentType, false));
    }

    @Test
    void onlyFilesThatThePluginGzipsGetAnExtension() {
        assertThat(StoredForm.GZIP.objectName("app.jar")).isEqualTo("app.jar.gz");
        assertThat(new StoredForm(false, "application/gzip", false).objectName("app.tgz"))
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

    @ParameterizedTest
    @CsvSource({
        "index.html, 3c, false, , text/html; charset=utf-8",
        "index.html, 3c, false, text/plain, text/plain",
        "INDEX.HTML, 3c, false, , text/html; charset=utf-8",
        "data, 3c, false, , application/octet-stream",
        "notes.gz, 48, false, , application/octet-stream",
        "app.tgz, 1f8b08, false, , application/gzip",
        "app.tgz, 1f8b08, , application/x-tgz, application/x-tgz"
    })
    void aFileThatIsNotGzippedHasItsOwnContentType(
            String name, String hex, Boolean gzip, String contentType, String expected) throws IOException {
        Path file = Files.write(folder.resolve(name), HexFormat.of().parseHex(hex));
        ObjectAttributes attributes = attributes(gzip, contentType);

        assertThat(StoredForm.of(Output.of(file, name, Optional.empty()).with(attributes)))
                .isEqualTo(new StoredForm(false, expected, false));
    }

    @ParameterizedTest
    @CsvSource({"index.html, 3c, , text/html", "index.html, 3c, true, text/html", "app.tgz, 1f8b08, true, "})
    void aGzippedFileHasTheContentTypeOfGzip(String name, String hex, Boolean gzip, String contentType)
            throws IOException {
        Path file = Files.write(folder.resolve(name), HexFormat.of().parseHex(hex));
        ObjectAttributes attributes = attributes(gzip, contentType);

        assertThat(StoredForm.of(Output.of(file, name, Optional.empty()).with(attributes)))
                .isEqualTo(StoredForm.GZIP);
    }

    @Test
    void anOutputHasNoAttributesUnlessItIsGivenThem() throws IOException {
        Path file = Files.createFile(folder.resolve("run"));

        assertThat(Output.of(file, "run", Optional.empty()).attributes()).isEqualTo(ObjectAttributes.NONE);
        assertThat(new Output(file, "run", false, Optional.empty()).attributes())
                .isEqualTo(ObjectAttributes.NONE);
    }

    private static ObjectAttributes attributes(Boolean gzip, String contentType) {
        ObjectAttributes attributes = gzip == null ? ObjectAttributes.NONE : TestAttributes.gzip(gzip);
        return contentType == null ? attributes : attributes.withContentType(contentType);
    }
}
