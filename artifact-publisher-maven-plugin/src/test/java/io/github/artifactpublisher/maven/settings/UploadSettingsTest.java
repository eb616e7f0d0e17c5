package io.github.artifactpublisher.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions.Checksums;
import io.github.artifactpublisher.transfer.TransferLimits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadSettingsTest {
    @Test
    void theDefaults() {
        assertThat(read(Map.of())).isEqualTo(new TransferLimits(64 << 20, 16 << 20, 16));
    }

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

    @Test
    void theDefaultsOfRequests() {
        assertThat(requests(Map.of())).isEqualTo(RequestOptions.DEFAULTS);
        assertThat(RequestOptions.DEFAULTS)
                .isEqualTo(new RequestOptions(Duration.ofMinutes(3), Duration.ofSeconds(30), Checksums.AUTO));
    }

    @ParameterizedTest
    @CsvSource({
        "90s, PT1M30S",
        "3m, PT3M",
        "3 M, PT3M",
        "1.5h, PT1H30M",
        "500ms, PT0.5S",
        "PT3M, PT3M",
        "pt1h, PT1H",
        "0, PT0S",
        "0s, PT0S",
        "24h, PT24H"
    })
    void durationsAreWrittenAsPeopleWriteThem(String given, Duration expected) {
        assertThat(requests(Map.of("ARTIFACTS_RETRY_FOR", given)).retryFor()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ARTIFACTS_RETRY_FOR | 90 | which is not a duration such as 90s, 3m or PT3M. Correct it.",
                "ARTIFACTS_RETRY_FOR | -3m | which is not a duration such as 90s, 3m or PT3M. Correct it.",
                "ARTIFACTS_RETRY_FOR | PT-3M | which is not a duration such as 90s, 3m or PT3M. Correct it.",
                "ARTIFACTS_RETRY_FOR | 3 minutes | which is not a duration such as 90s, 3m or PT3M. Correct it.",
                "ARTIFACTS_RETRY_FOR | 25h | which is not possible. Set it to 0 or more, up to 24h.",
                "ARTIFACTS_REQUEST_TIMEOUT | 0 | which is not possible. Set it to 1s or more, up to 24h.",
                "ARTIFACTS_REQUEST_TIMEOUT | 999ms | which is not possible. Set it to 1s or more, up to 24h.",
                "ARTIFACTS_REQUEST_TIMEOUT | P2D | which is not possible. Set it to 1s or more, up to 24h."
            })
    void otherDurationsAreRefused(String variable, String given, String reason) {
        assertThatThrownBy(() -> requests(Map.of(variable, given)))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        e -> assertThat(FailureMessages.of(e)).contains(variable + " is '" + given + "', " + reason));
    }

    private static RequestOptions requests(Map<String, String> environment) {
        return new StoreSettingsReader(settings(environment), environment)
                .read()
                .requests();
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
