package io.github.artifactpublisher.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.ci.PullRequestMode;
import io.github.artifactpublisher.ci.RepositorySlug;
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
        Map<String, String> environment = Map.of("ARTIFACTS_BUCKET", "new", "ARTIFACTS_S3_BUCKET", "old");

        assertThat(new Settings(Map.of("artifacts.bucket", "pom"), environment)
                        .text("artifacts.bucket", "ARTIFACTS_S3_BUCKET"))
                .contains(Sourced.of("pom", "artifacts.bucket"));
        assertThat(new Settings(Map.of(), environment).text("artifacts.bucket", "ARTIFACTS_S3_BUCKET"))
                .contains(Sourced.of("new", "ARTIFACTS_BUCKET"));
        assertThat(new Settings(Map.of("artifacts.bucket", " "), Map.of("ARTIFACTS_S3_BUCKET", "old"))
                        .text("artifacts.bucket", "ARTIFACTS_S3_BUCKET"))
                .contains(Sourced.of("old", "ARTIFACTS_S3_BUCKET"));
    }

    @Test
    void anEmptyValueIsNone() {
        assertThat(new Settings(Map.of("artifacts.bucket", ""), Map.of("ARTIFACTS_BUCKET", "  "))
                        .text("artifacts.bucket"))
                .isEmpty();
    }

    @Test
    void theEnvironmentsListsAreDividedByColonsAsTheyEverWere() {
        Map<String, String> environment = Map.of("ARTIFACTS_TARGET_PATHS", "a/{slug}: b::");
        Map<String, Object> configured = Map.of("artifacts.targetPaths", Arrays.asList("c:d", null, ""));

        assertThat(new Settings(Map.of(), environment).list("artifacts.targetPaths"))
                .extracting(Sourced::value)
                .containsExactly("a/{slug}", "b");
        assertThat(new Settings(configured, environment).list("artifacts.targetPaths"))
                .containsExactly(Sourced.of("c:d", "artifacts.targetPaths"));
        assertThat(new Settings(Map.of("artifacts.other", List.of()), environment).list("artifacts.other"))
                .isEmpty();
    }

    @Test
    void aBareFlagOnTheCommandLineIsTrue() {
        assertThat(new Settings(Map.of("artifacts.skip", "true"), Map.of()).flag("artifacts.skip"))
                .contains(true);
        assertThat(new Settings(Map.of(), Map.of("ARTIFACTS_SKIP", "False")).flag("artifacts.skip"))
                .contains(false);
    }

    @ParameterizedTest
    @CsvSource({"yes", "1", "tru"})
    void aFlagIsTrueOrFalse(String value) {
        assertThatThrownBy(() -> new Settings(Map.of(), Map.of("ARTIFACTS_SKIP", value)).flag("artifacts.skip"))
                .isInstanceOf(SettingException.class)
                .hasMessage("ARTIFACTS_SKIP is '" + value + "', which is neither 'true' nor 'false'");
    }

    @ParameterizedTest
    @CsvSource({"0", "65", "five", "1e1", "99999999999"})
    void aNumberIsWithinItsLimits(String value) {
        assertThatThrownBy(() -> new Settings(Map.of("artifacts.concurrency", value), Map.of())
                        .number("artifacts.concurrency", 1, 64))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("is no whole number from 1 to 64");
    }

    @Test
    void aChoiceIsReadWithoutCaseAndRefusedWithTheChoices() {
        Settings right = new Settings(Map.of("artifacts.pullRequests", "Number"), Map.of());
        Settings wrong = new Settings(Map.of("artifacts.pullRequests", "all"), Map.of());

        assertThat(right.choice("artifacts.pullRequests", PullRequestMode.class))
                .contains(PullRequestMode.NUMBER);
        assertThatThrownBy(() -> wrong.choice("artifacts.pullRequests", PullRequestMode.class))
                .hasMessageContaining("is none of branch, number, skip");
    }

    @Test
    void pairsAreDividedByCommasAndLineBreaks() {
        Settings settings = new Settings(Map.of("artifacts.tags", "a=1, b = x=y\n c="), Map.of());

        assertThat(settings.pairs("artifacts.tags")).isEqualTo(Map.of("a", "1", "b", "x=y", "c", ""));
        assertThatThrownBy(() -> new Settings(Map.of("artifacts.tags", "a"), Map.of()).pairs("artifacts.tags"))
                .hasMessage("artifacts.tags has 'a', which is no pair of the form name=value");
    }

    @Test
    void aCommaBetweenBracesDividesNoPatterns() {
        List<String> divided = List.of("docs/*.{html", "css", " js}", "[{]x", "a\\{b", "last.{a", "b");
        Settings settings = new Settings(Map.of("artifacts.includes", divided), Map.of());

        assertThat(settings.patterns("artifacts.includes"))
                .containsExactly("docs/*.{html,css,js}", "[{]x", "a\\{b", "last.{a,b");
    }

    @Test
    void patternsOfTheEnvironmentAreDividedByColonsOnly() {
        Settings settings = new Settings(Map.of(), Map.of("ARTIFACTS_INCLUDES", "*.{html,css}:a{:b"));

        assertThat(settings.patterns("artifacts.includes")).containsExactly("*.{html,css}", "a{", "b");
    }

    @Test
    void aValueIsShownWithoutUserInfo() {
        Settings settings = new Settings(
                Map.of(
                        "artifacts.slug",
                        "https://me:s3cret@git.example/a/b",
                        "artifacts.bucket",
                        "https://me:s3cret@host"),
                Map.of());

        assertThatThrownBy(() -> settings.text("artifacts.slug")
                        .map(given -> Settings.parsed(given, RepositorySlug::new, "is no slug")))
                .hasMessage("artifacts.slug is 'https://git.example/a/b', which is no slug");
        assertThatThrownBy(() -> new BucketSettings(settings).bucket())
                .hasMessage("artifacts.bucket is 'https://host', which is no bucket's name");
    }
}
