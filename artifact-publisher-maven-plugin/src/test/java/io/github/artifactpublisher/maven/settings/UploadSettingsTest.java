package io.github.artifactpublisher.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.transfer.TransferLimits;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadSettingsTest {
    @Test
    void sizesAreWrittenAsPeopleWriteThem() {
        assertThat(read(Map.of(
                        "ARTIFACTS_MEMORY", "1GiB",
                        "ARTIFACTS_MULTIPART_THRESHOLD", "100 MiB",
                        "ARTIFACTS_CONCURRENCY", "3")))
                .isEqualTo(new TransferLimits(1 << 30, 100 << 20, 3));
    }

    @Test
    void withLittleMemoryThePiecesAreSmaller() {
        assertThat(read(Map.of("ARTIFACTS_MEMORY", "10MiB"))).isEqualTo(new TransferLimits(10 << 20, 5 << 20, 16));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10485759 | 5MiB | ARTIFACTS_MEMORY is '10485759', which is too small: S3 allows no parts of less than 5.0 MiB, and two parts must fit. Set it to at least 10MiB.",
                "much | 5MiB | ARTIFACTS_MEMORY is 'much', which is not a size such as 1048576, 50MB or 1.5 GiB. Correct it.",
                "64MiB | 5MB | ARTIFACTS_MULTIPART_THRESHOLD is '5MB', which S3 does not allow. Set it to 5MiB or more, up to 5GiB.",
                "64GiB | 6GiB | ARTIFACTS_MULTIPART_THRESHOLD is '6GiB', which S3 does not allow. Set it to 5MiB or more, up to 5GiB.",
                "64MiB | 48MiB | ARTIFACTS_MULTIPART_THRESHOLD is '48MiB', which is more than half of artifacts.memory, 64.0 MiB. Lower it, or set artifacts.memory to at least 100663296 (96.0 MiB)."
            })
    void aValueOutOfRangeIsNamedWithTheRange(String memory, String threshold, String sentence) {
        Map<String, String> environment =
                Map.of("ARTIFACTS_MEMORY", memory, "ARTIFACTS_MULTIPART_THRESHOLD", threshold);

        assertThatThrownBy(() -> read(environment))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        e -> assertThat(FailureMessages.of(e)).contains(sentence));
    }

    @ParameterizedTest
    @CsvSource({"sha256", "false", "a b"})
    void otherChecksumsAreRefused(String given) {
        Settings settings = settings(Map.of("ARTIFACTS_CHECKSUMS", given));

        assertThatThrownBy(() -> new UploadSettings(settings).checksums())
                .isInstanceOf(SettingException.class)
                .hasMessage("ARTIFACTS_CHECKSUMS is '" + given + "', which is not one of auto, none");
    }

    private static TransferLimits read(Map<String, String> environment) {
        Settings settings = settings(environment);
        int concurrency = new StoreSettingsReader(settings, environment).read().connections();
        return new UploadSettings(settings).limits(concurrency);
    }

    private static Settings settings(Map<String, String> environment) {
        return new Settings(TestParameters.of(Map.of("artifacts.bucket", "builds")), environment);
    }
}
