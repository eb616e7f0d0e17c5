package io.github.artifactpublisher.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.artifactpublisher.ci.PullRequestMode;
import io.github.artifactpublisher.ci.RepositorySlug;
import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.store.s3.TestSettings;
import io.github.artifactpublisher.text.Sourced;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @ParameterizedTest
    @CsvSource({
        "artifacts.bucket, ARTIFACTS_BUCKET",
        "artifacts.targetPaths, ARTIFACTS_TARGET_PATHS",
        "artifacts.allowInsecureEndpoint, ARTIFACTS_ALLOW_INSECURE_ENDPOINT",
        "artifacts.ifEmpty, ARTIFACTS_IF_EMPTY"
    })
    void theVariableFollowsFromTheProperty(String property, String variable) {
        assertThat(VariableNames.of(property)).isEqualTo(variable);
    }

    @Test
    void thePomComesBeforeTheEnvironmentAndTheNewNameBeforeTheOld() {
        Map<String, String> environment = Map.of("ARTIFACTS_BUCKET", "new", "ARTIFACTS_S3_BUCKET", "old");

        assertThat(new Settings(TestParameters.of(Map.of("artifacts.bucket", "pom")), environment)
                        .text("artifacts.bucket"))
                .contains(Sourced.of("pom", "artifacts.bucket"));
        assertThat(new Settings(TestParameters.none(), environment).text("artifacts.bucket"))
                .contains(Sourced.of("new", "ARTIFACTS_BUCKET"));
        assertThat(new Settings(
                                TestParameters.of(Map.of("artifacts.bucket", " ")),
                                Map.of("ARTIFACTS_S3_BUCKET", "old"))
                        .text("artifacts.bucket"))
                .contains(Sourced.of("old", "ARTIFACTS_S3_BUCKET"));
    }

    @Test
    void anEmptyValueIsNone() {
        assertThat(new Settings(TestParameters.of(Map.of("artifacts.bucket", "")), Map.of("ARTIFACTS_BUCKET", "  "))
                        .text("artifacts.bucket"))
                .isEmpty();
    }

    @Test
    void aPropertyThatIsNoParameterIsAFaultOfTheCode() {
        Settings settings = new Settings(TestParameters.none(), Map.of("ARTIFACTS_BUCKT", "builds"));
        List<Consumer<String>> questions = List.of(
                settings::text,
                settings::value,
                settings::list,
                settings::values,
                settings::pairs,
                settings::flag,
                property -> settings.number(property, 1, 9),
                property -> settings.choice(property, PullRequestMode.class));

        assertThat(questions)
                .allSatisfy(question -> assertThatThrownBy(() -> question.accept("artifacts.buckt"))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("The goal has no parameter for artifacts.buckt."));
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                arguments("p1/{branch}:p2/{branch}", List.of("p1/{branch}", "p2/{branch}")),
                arguments("a/x,b/x", List.of("a/x", "b/x")),
                arguments("a/{slug}: b::", List.of("a/{slug}", "b")),
                arguments("a,b:c\n   d\r\ne", List.of("a", "b", "c", "d", "e")),
                arguments("docs/*.{html,css,js}:[{]x,a\\{b", List.of("docs/*.{html,css,js}", "[{]x", "a\\{b")),
                arguments("*.{html,css}:a{:b", List.of("*.{html,css}", "a{", "b")),
                arguments("a[:]b,c[,]d,[],]e", List.of("a[:]b", "c[,]d", "[],]e")),
                arguments("C:\\x,D:\\y:z", List.of("C:\\x", "D:\\y", "z")),
                arguments("dir\\:z", List.of("dir\\", "z")),
                arguments("{a:b}/c", List.of("{a:b}/c")),
                arguments(" , :\n", List.of()));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListHasTheSameSeparatorsInEverySource(String text, List<String> items) {
        Settings environment = new Settings(TestParameters.none(), Map.of("ARTIFACTS_INCLUDES", text));
        Settings oneElement =
                new Settings(TestParameters.of(Map.of("artifacts.includes", Arrays.asList(text, null, ""))), Map.of());
        // Maven itself divides what a property has at every comma.
        Settings property =
                new Settings(TestParameters.of(Map.of("artifacts.includes", List.of(text.split(",")))), Map.of());

        assertThat(List.of(environment, oneElement, property))
                .extracting(settings -> settings.values("artifacts.includes"))
                .containsOnly(items);
    }

    @Test
    void aListOfThePomComesBeforeThatOfTheEnvironment() {
        Map<String, String> environment = Map.of("ARTIFACTS_TARGET_PATHS", "a:b");

        assertThat(new Settings(TestParameters.of(Map.of("artifacts.targetPaths", List.of("c"))), environment)
                        .list("artifacts.targetPaths"))
                .containsExactly(Sourced.of("c", "artifacts.targetPaths"));
        assertThat(new Settings(TestParameters.of(Map.of("artifacts.targetPaths", List.of(" "))), environment)
                        .list("artifacts.targetPaths"))
                .extracting(Sourced::source)
                .containsOnly("ARTIFACTS_TARGET_PATHS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:/builds/{branch}", "a/x,c:/b", "a/x: D:/y"})
    void aDriveInAListIsRefused(String text) {
        Settings settings = new Settings(TestParameters.none(), Map.of("ARTIFACTS_TARGET_PATHS", text));

        assertThatThrownBy(() -> settings.values("artifacts.targetPaths"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(":/")
                .hasMessageEndingWith("which is either a Windows path or two items of a list");
    }

    @Test
    void aUrlInAListIsRefused() {
        Settings settings = new Settings(TestParameters.none(), Map.of("ARTIFACTS_TARGET_PATHS", "a,s3://builds/x:b"));

        assertThatThrownBy(() -> settings.list("artifacts.targetPaths"))
                .hasMessage(
                        "ARTIFACTS_TARGET_PATHS has 's3://builds/x:b', which is a URL, but commas, colons and line breaks separate the items of a list");
    }

    @ParameterizedTest
    @CsvSource({"a=1:b=2", "a=1: b-c=2", "time=12:30:zone=utc"})
    void pairsThatColonsSeemToSeparateAreRefused(String pairs) {
        Settings settings = new Settings(TestParameters.of(Map.of("artifacts.tags", pairs)), Map.of());

        assertThatThrownBy(() -> settings.pairs("artifacts.tags"))
                .hasMessage(
                        "artifacts.tags has '" + pairs + "', which is one pair if the colon belongs to the value, and"
                                + " more if it separates pairs");
    }

    @Test
    void aColonOfAValueIsKept() {
        String pairs = "url=https://host:80/?a=b,key=a:Yg==,time=12:30";

        assertThat(new Settings(TestParameters.of(Map.of("artifacts.tags", pairs)), Map.of()).pairs("artifacts.tags"))
                .isEqualTo(Map.of("url", "https://host:80/?a=b", "key", "a:Yg==", "time", "12:30"));
    }

    @Test
    void aBareFlagOnTheCommandLineIsTrue() {
        assertThat(new Settings(TestParameters.of(Map.of("artifacts.skip", "true")), Map.of()).flag("artifacts.skip"))
                .contains(true);
        assertThat(new Settings(TestParameters.none(), Map.of("ARTIFACTS_SKIP", "False")).flag("artifacts.skip"))
                .contains(false);
    }

    @ParameterizedTest
    @CsvSource({"yes", "1", "tru"})
    void aFlagIsTrueOrFalse(String value) {
        assertThatThrownBy(() ->
                        new Settings(TestParameters.none(), Map.of("ARTIFACTS_SKIP", value)).flag("artifacts.skip"))
                .isInstanceOf(SettingException.class)
                .hasMessage("ARTIFACTS_SKIP is '" + value + "', which is neither 'true' nor 'false'");
    }

    @ParameterizedTest
    @CsvSource({"0", "65", "five", "1e1", "99999999999"})
    void aNumberIsWithinItsLimits(String value) {
        assertThatThrownBy(() -> new Settings(TestParameters.of(Map.of("artifacts.concurrency", value)), Map.of())
                        .number("artifacts.concurrency", 1, 64))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("is not a whole number from 1 to 64");
    }

    @Test
    void aChoiceIsReadWithoutCaseAndRefusedWithTheChoices() {
        Settings right = new Settings(TestParameters.of(Map.of("artifacts.pullRequests", "Number")), Map.of());
        Settings wrong = new Settings(TestParameters.of(Map.of("artifacts.pullRequests", "all")), Map.of());

        assertThat(right.choice("artifacts.pullRequests", PullRequestMode.class))
                .contains(PullRequestMode.NUMBER);
        assertThatThrownBy(() -> wrong.choice("artifacts.pullRequests", PullRequestMode.class))
                .hasMessageContaining("is not one of branch, number, skip");
    }

    @Test
    void pairsAreDividedByCommasAndLineBreaks() {
        Settings settings = new Settings(TestParameters.of(Map.of("artifacts.tags", "a=1, b = x=y\n c=")), Map.of());

        assertThat(settings.pairs("artifacts.tags")).isEqualTo(Map.of("a", "1", "b", "x=y", "c", ""));
        assertThatThrownBy(() -> new Settings(TestParameters.of(Map.of("artifacts.tags", "a")), Map.of())
                        .pairs("artifacts.tags"))
                .hasMessage("artifacts.tags has 'a', which is not a pair of the form name=value");
    }

    @Test
    void aValueIsShownWithoutUserInfo() {
        Settings settings = new Settings(
                TestParameters.of(Map.of(
                        "artifacts.slug",
                        "https://me:s3cret@git.example/a/b",
                        "artifacts.bucket",
                        "https://me:s3cret@host")),
                Map.of());

        assertThatThrownBy(() -> settings.text("artifacts.slug")
                        .map(given -> Settings.parsed(given, RepositorySlug::new, "is not a slug")))
                .hasMessage("artifacts.slug is 'https://git.example/a/b', which is not a slug");
        assertThatThrownBy(() -> new StoreSettingsReader(settings, TestSettings.NO_AWS).bucket())
                .hasMessage("artifacts.bucket is 'https://host', which is not a bucket name");
    }
}
