package io.github.artifactpublisher.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.ci.CiDetection;
import io.github.artifactpublisher.ci.CiFiles;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.settings.PublishSettingsReader;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.maven.settings.Settings;
import io.github.artifactpublisher.maven.settings.StoreConnection;
import io.github.artifactpublisher.outputs.Coordinates;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions.Checksums;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import io.github.artifactpublisher.testing.NoGit;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How requests are sent, from the parameters of the POM to the settings of the store. */
class TransferParametersTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "ARTIFACTS_RETRY_FOR", "1h",
            "ARTIFACTS_REQUEST_TIMEOUT", "1h",
            "ARTIFACTS_CHECKSUMS", "auto");

    @Test
    void eachParameterArrivesAndOverrulesTheVariable() throws Exception {
        Map<String, String> parameters = Map.of("retryFor", "7m", "requestTimeout", "41s", "checksums", "none");

        assertThat(s3(parameters, ENVIRONMENT).requests())
                .isEqualTo(new RequestOptions(Duration.ofMinutes(7), Duration.ofSeconds(41), Checksums.NONE));
    }

    @Test
    void withoutThemTheVariablesDoAndThenTheDefaults() throws Exception {
        assertThat(s3(Map.of(), ENVIRONMENT).requests())
                .isEqualTo(new RequestOptions(Duration.ofHours(1), Duration.ofHours(1), Checksums.AUTO));
        assertThat(s3(Map.of(), Map.of()).requests()).isEqualTo(RequestOptions.DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource({
        "-3m, is not a duration such as",
        "PT-3M, is not a duration such as",
        "3, is not a duration such as",
        "abc, is not a duration such as",
        "3x, is not a duration such as",
        "99999999999999999999h, is not a duration such as",
        "PT99999999999999999999H, is not a duration such as",
        "999999999h, is not possible. Set it to",
        "P100000000D, is not possible. Set it to",
        "24h1s, is not a duration such as",
        "25h, is not possible. Set it to"
    })
    void aDurationThatCannotBeIsRefusedByName(String given, String reason) {
        for (String name : new String[] {"retryFor", "requestTimeout"}) {
            assertThatThrownBy(() -> s3(Map.of(name, given), Map.of()))
                    .isInstanceOfSatisfying(
                            SettingException.class,
                            e -> assertThat(FailureMessages.of(e).orElseThrow())
                                    .contains("artifacts." + name + " is '" + given + "', which " + reason));
        }
    }

    @ParameterizedTest
    @CsvSource({"sha256", "true", "3", "-"})
    void soIsAnotherWordThanAutoAndNone(String given) {
        assertThatThrownBy(() -> s3(Map.of("checksums", given), Map.of()))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        e -> assertThat(FailureMessages.of(e).orElseThrow())
                                .contains("artifacts.checksums is '" + given + "', which is not one of auto, none"));
    }

    private static S3Settings s3(Map<String, String> parameters, Map<String, String> environment)
            throws IllegalAccessException {
        PublishMojo mojo = new PublishMojo(null, null, null, null);
        GoalStage.set(mojo, "bucket", "builds");
        GoalStage.set(mojo, "slug", "acme/app");
        GoalStage.set(mojo, "branch", "main");
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            GoalStage.set(mojo, parameter.getKey(), parameter.getValue());
        }
        CiBuild build = CiDetection.detect(environment, NoGit.INSTANCE, CiFiles.onDisk());
        PublishSettingsReader reader =
                new PublishSettingsReader(new Settings(mojo.configured(), environment), environment, build, Map.of());
        Coordinates module = new Coordinates("com.acme", "app", "1.0", Optional.empty(), "jar");
        return new StoreConnection(new org.apache.maven.settings.Settings(), null, environment, "test")
                .s3Settings(reader.read(
                                (BuildRef.Published) reader.targets().ref(),
                                module,
                                Instant.parse("2026-11-23T10:59:59Z"),
                                "")
                        .store());
    }
}
