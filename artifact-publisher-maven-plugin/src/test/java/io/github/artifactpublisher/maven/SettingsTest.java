package io.github.artifactpublisher.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.ci.PullRequestMode;
import io.github.artifactpublisher.ci.Sourced;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @ParameterizedTest
    @CsvSource({
        "artifacts.bucket, ARTIFACTS_BUCKET",
        "artifacts.targetPaths, ARTIFACTS_TARGET_PATHS",
        "artifacts.allowInsecureEndpoint, ARTIFACTS_ALLOW_INSECURE_ENDPOINT",
        "artifacts.ifEmpty, ARTIFACTS_IF_EMPTY"
    })
    void theVariableFollowsFromTheProperty(String property, String variable) {
        assertThat(Settings.variable(property)).isEqualTo(variable);
    }

    @Test
    void thePomComesBeforeTheEnvironmentAndTheNewNameBeforeTheOld() {
        Settings settings = new Settings(Map.of("ARTIFACTS_BUCKET", "new", "ARTIFACTS_S3_BUCKET", "old"));

        assertThat(settings.text("artifacts.bucket", "pom", "ARTIFACTS_S3_BUCKET"))
                .contains(Sourced.of("pom", "artifacts.bucket"));
        assertThat(settings.text("artifacts.bucket", null, "ARTIFACTS_S3_BUCKET"))
                .contains(Sourced.of("new", "ARTIFACTS_BUCKET"));
        assertThat(new Settings(Map.of("ARTIFACTS_S3_BUCKET", "old"))
                        .text("artifacts.bucket", " ", "ARTIFACTS_S3_BUCKET"))
                .contains(Sourced.of("old", "ARTIFACTS_S3_BUCKET"));
    }

    @Test
    void anEmptyValueIsNone() {
        assertThat(new Settings(Map.of("ARTIFACTS_BUCKET", "  ")).text("artifacts.bucket", ""))
                .isEmpty();
    }

    @Test
    void theEnvironmentsListsAreDividedByColonsAsTheyEverWere() {
        Settings settings = new Settings(Map.of("ARTIFACTS_TARGET_PATHS", "a/{slug}: b::"));

        assertThat(settings.list("artifacts.targetPaths", null))
                .extracting(Sourced::value)
                .containsExactly("a/{slug}", "b");
        assertThat(settings.list("artifacts.targetPaths", Arrays.asList("c:d", null, "")))
                .containsExactly(Sourced.of("c:d", "artifacts.targetPaths"));
        assertThat(settings.list("artifacts.other", List.of())).isEmpty();
    }

    @Test
    void aBareFlagOnTheCommandLineIsTrue() {
        assertThat(new Settings(Map.of()).flag("artifacts.skip", "true")).contains(true);
        assertThat(new Settings(Map.of("ARTIFACTS_SKIP", "False")).flag("artifacts.skip", null))
                .contains(false);
    }

    @ParameterizedTest
    @CsvSource({"yes", "1", "tru"})
    void aFlagIsTrueOrFalse(String value) {
        assertThatThrownBy(() -> new Settings(Map.of("ARTIFACTS_SKIP", value)).flag("artifacts.skip", null))
                .isInstanceOf(SettingException.class)
                .hasMessage("ARTIFACTS_SKIP is '" + value + "', which is neither 'true' nor 'false'");
    }

    @ParameterizedTest
    @CsvSource({"0", "65", "five", "1e1", "99999999999"})
    void aNumberIsWithinItsLimits(String value) {
        assertThatThrownBy(() -> new Settings(Map.of()).number("artifacts.concurrency", value, 1, 64))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("is no whole number from 1 to 64");
    }

    @Test
    void aChoiceIsReadWithoutCaseAndRefusedWithTheChoices() {
        Settings settings = new Settings(Map.of());

        assertThat(settings.choice("artifacts.pullRequests", "Number", PullRequestMode.class))
                .contains(PullRequestMode.NUMBER);
        assertThatThrownBy(() -> settings.choice("artifacts.pullRequests", "all", PullRequestMode.class))
                .hasMessageContaining("is none of branch, number, skip");
    }
}
