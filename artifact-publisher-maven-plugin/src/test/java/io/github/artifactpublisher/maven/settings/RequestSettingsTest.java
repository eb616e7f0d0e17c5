package io.github.artifactpublisher.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The durations of requests. */
class RequestSettingsTest {
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
                "ARTIFACTS_RETRY_FOR | abc | which is not a duration such as 90s, 3m or PT3M. Correct it.",
                "ARTIFACTS_RETRY_FOR | 3x | which is not a duration such as 90s, 3m or PT3M. Correct it.",
                "ARTIFACTS_RETRY_FOR | 24h1s | which is not a duration such as 90s, 3m or PT3M. Correct it.",
                "ARTIFACTS_RETRY_FOR | 99999999999999999999h | which is not a duration such as 90s, 3m or PT3M. Correct it.",
                "ARTIFACTS_RETRY_FOR | PT99999999999999999999H | which is not a duration such as 90s, 3m or PT3M. Correct it.",
                "ARTIFACTS_RETRY_FOR | 999999999h | which is not possible. Set it to 0 or more, up to 24h.",
                "ARTIFACTS_RETRY_FOR | P100000000D | which is not possible. Set it to 0 or more, up to 24h.",
                "ARTIFACTS_REQUEST_TIMEOUT | 3 | which is not a duration such as 90s, 3m or PT3M. Correct it.",
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
        Settings settings = new Settings(TestParameters.of(Map.of("artifacts.bucket", "builds")), environment);
        return new StoreSettingsReader(settings, environment).read().requests();
    }
}
