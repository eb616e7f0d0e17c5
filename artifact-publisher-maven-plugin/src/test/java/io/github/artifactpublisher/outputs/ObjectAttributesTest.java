package io.github.artifactpublisher.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import io.github.artifactpublisher.testing.TestAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectAttributesTest {
    private static final ObjectAttributes NONE = ObjectAttributes.NONE;

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html; charset=utf-8", "text/html;charset=\"x y\"", "image/svg+xml"})
    void takesMediaTypes(String type) {
        assertThat(NONE.withContentType(type).contentType()).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "text/", "/plain", "text/plain ", "text/plain\r\nX: y", "text/pläin", "a b/c"})
    void refusesMalformedMediaTypes(String type) {
        assertBad("contentType", () -> NONE.withContentType(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", " no-cache", "no-cache ", "no-cache\nX: y", "no\tcache", "no\u0000", "é", "\u007f"})
    void refusesMalformedHeaderValues(String value) {
        assertBad("cacheControl", () -> TestAttributes.cacheControl(value));
        assertBad("metadata a", () -> TestAttributes.metadata(Map.of("a", value)));
    }

    @Test
    void keepsLegalValues() {
        assertThat(TestAttributes.cacheControl("public, max-age=60").cacheControl())
                .contains("public, max-age=60");
        assertThat(TestAttributes.metadata(Map.of("Build-Page", "https://ci.example/1?a=b"))
                        .metadata())
                .isEqualTo(Map.of("build-page", "https://ci.example/1?a=b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "ä", "a\n", "(a)", "X-Amz-Meta-a"})
    void refusesNamesOfMetadataThatAreNoTokens(String name) {
        assertBad("metadata " + name, () -> TestAttributes.metadata(Map.of(name, "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "Commit", "build-url"})
    void refusesMetadataThatEveryObjectHasOfItsOwn(String name) {
        assertBad("metadata " + name, () -> TestAttributes.metadata(Map.of(name, "x")));
    }

    @Test
    void refusesMetadataThatDiffersInCaseOnly() {
        Map<String, String> twice = new HashMap<>(Map.of("a", "1", "A", "2"));
        SelectionException failure = Workspace.failure(SelectionException.class, () -> TestAttributes.metadata(twice));
        assertThat(failure.reason()).contains("exists twice");
    }

    @Test
    void metadataIsAtMostTwoKilobytes() {
        assertThat(TestAttributes.metadata(Map.of("a", "x".repeat(2047))).metadata())
                .hasSize(1);
        assertBad("metadata", () -> TestAttributes.metadata(Map.of("a", "x".repeat(2048))));
    }

    @Test
    void tagsHaveTheLimitsOfS3() {
        assertThat(TestAttributes.tags(Map.of("k".repeat(128), "v".repeat(256))).tags())
                .hasSize(1);
        assertThat(TestAttributes.tags(Map.of("größe/x", "")).tags()).containsEntry("größe/x", "");
        assertThat(TestAttributes.tags(tags(10)).tags()).hasSize(10);
        assertBad("tags", () -> TestAttributes.tags(tags(11)));
        assertBad("tag " + "k".repeat(129), () -> TestAttributes.tags(Map.of("k".repeat(129), "v")));
        assertBad("tag k", () -> TestAttributes.tags(Map.of("k", "v".repeat(257))));
        assertBad("tag ", () -> TestAttributes.tags(Map.of("", "v")));
        assertBad("tag aws:x", () -> TestAttributes.tags(Map.of("aws:x", "v")));
        assertBad("tag k", () -> TestAttributes.tags(Map.of("k", "a&b")));
        assertBad("tag k\n", () -> TestAttributes.tags(Map.of("k\n", "v")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, -1})
    void aLevelIsOneToNine(int level) {
        assertThat(TestAttributes.level(1).level()).hasValue(1);
        assertThat(TestAttributes.level(9).level()).hasValue(9);
        assertBad("level", () -> TestAttributes.level(level));
    }

    @Test
    void valuesWinOverDefaults() {
        ObjectAttributes defaults = new ObjectAttributes(
                Optional.of("text/plain"),
                Optional.of("private"),
                Map.of("m", "default"),
                Map.of("a", "default", "b", "default"),
                Optional.of(true),
                OptionalInt.of(6));
        ObjectAttributes own = TestAttributes.cacheControl("public")
                .orElse(TestAttributes.gzip(false))
                .orElse(TestAttributes.tags(Map.of("a", "own")));
        assertThat(own.orElse(defaults))
                .isEqualTo(new ObjectAttributes(
                        Optional.of("text/plain"),
                        Optional.of("public"),
                        Map.of("m", "default"),
                        Map.of("a", "own", "b", "default"),
                        Optional.of(false),
                        OptionalInt.of(6)));
    }

    private static Map<String, String> tags(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
    }

    private static void assertBad(String attribute, ThrowingCallable call) {
        SelectionException failure = Workspace.failure(SelectionException.class, call);
        assertThat(failure.fault()).isEqualTo(Fault.BAD_ATTRIBUTE);
        assertThat(failure.subject()).isEqualTo(attribute);
        assertThat(failure.getMessage()).doesNotContain("\n", "\r");
    }
}
