package io.github.artifactpublisher.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.util.HashMap;
import java.util.Map;
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
    void refusesWhatIsNoMediaType(String type) {
        assertBad("contentType", () -> NONE.withContentType(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", " no-cache", "no-cache ", "no-cache\nX: y", "no\tcache", "no\u0000", "é", "\u007f"})
    void refusesWhatIsNoHeaderValue(String value) {
        assertBad("cacheControl", () -> NONE.withCacheControl(value));
        assertBad("metadata a", () -> NONE.withMetadata(Map.of("a", value)));
    }

    @Test
    void keepsLegalValues() {
        assertThat(NONE.withCacheControl("public, max-age=60").cacheControl()).contains("public, max-age=60");
        assertThat(NONE.withMetadata(Map.of("Build-Page", "https://ci.example/1?a=b"))
                        .metadata())
                .isEqualTo(Map.of("build-page", "https://ci.example/1?a=b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "ä", "a\n", "(a)", "X-Amz-Meta-a"})
    void refusesNamesOfMetadataThatAreNoTokens(String name) {
        assertBad("metadata " + name, () -> NONE.withMetadata(Map.of(name, "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "Commit", "build-url"})
    void refusesMetadataThatEveryObjectHasOfItsOwn(String name) {
        assertBad("metadata " + name, () -> NONE.withMetadata(Map.of(name, "x")));
    }

    @Test
    void refusesMetadataThatDiffersInCaseOnly() {
        Map<String, String> twice = new HashMap<>(Map.of("a", "1", "A", "2"));
        SelectionException failure = Workspace.failure(SelectionException.class, () -> NONE.withMetadata(twice));
        assertThat(failure.reason()).contains("exists twice");
    }

    @Test
    void metadataIsAtMostTwoKilobytes() {
        assertThat(NONE.withMetadata(Map.of("a", "x".repeat(2047))).metadata()).hasSize(1);
        assertBad("metadata", () -> NONE.withMetadata(Map.of("a", "x".repeat(2048))));
    }

    @Test
    void tagsHaveTheLimitsOfS3() {
        assertThat(NONE.withTags(Map.of("k".repeat(128), "v".repeat(256))).tags())
                .hasSize(1);
        assertThat(NONE.withTags(Map.of("größe/x", "")).tags()).containsEntry("größe/x", "");
        assertThat(NONE.withTags(tags(10)).tags()).hasSize(10);
        assertBad("tags", () -> NONE.withTags(tags(11)));
        assertBad("tag " + "k".repeat(129), () -> NONE.withTags(Map.of("k".repeat(129), "v")));
        assertBad("tag k", () -> NONE.withTags(Map.of("k", "v".repeat(257))));
        assertBad("tag ", () -> NONE.withTags(Map.of("", "v")));
        assertBad("tag aws:x", () -> NONE.withTags(Map.of("aws:x", "v")));
        assertBad("tag k", () -> NONE.withTags(Map.of("k", "a&b")));
        assertBad("tag k\n", () -> NONE.withTags(Map.of("k\n", "v")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, -1})
    void aLevelIsOneToNine(int level) {
        assertThat(NONE.withLevel(1).level()).hasValue(1);
        assertThat(NONE.withLevel(9).level()).hasValue(9);
        assertBad("level", () -> NONE.withLevel(level));
    }

    @Test
    void whatIsSaidWinsOverDefaults() {
        ObjectAttributes defaults = NONE.withCacheControl("private")
                .withContentType("text/plain")
                .withLevel(6)
                .withGzip(true)
                .withTags(Map.of("a", "default", "b", "default"))
                .withMetadata(Map.of("m", "default"));
        ObjectAttributes own = NONE.withCacheControl("public").withGzip(false).withTags(Map.of("a", "own"));
        ObjectAttributes both = own.orElse(defaults);
        assertThat(both)
                .isEqualTo(defaults.withCacheControl("public")
                        .withGzip(false)
                        .withTags(Map.of("a", "own", "b", "default")));
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
