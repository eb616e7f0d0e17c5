package io.github.artifactpublisher.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.layout.TemplateException.Fault;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {
    private static final Placeholders VALUES = new Placeholders(KeyMode.RAW)
            .put("slug", Optional.of("acme/app"))
            .put("branch", Optional.of("feature/x"))
            .put("tag", Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b.gz", "feature/#% &+'é😀", "-x", "a..b/.hidden"})
    void acceptsKeysThatS3AndBrowsersReadTheSameWay(String key) {
        assertThat(new ObjectKey(key).value()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "'', is empty",
        "/a, empty segment",
        "a/, empty segment",
        "a//b, empty segment",
        "a/../b, segment '..'",
        "., segment '.'",
        "a\\b, backslash",
        "'a\tb', control character U+0009",
        "'a\uFFFEb', character U+FFFE",
        "'a\uFFFFb', character U+FFFF"
    })
    void refusesKeysThatAreReadDifferently(String key, String reason) {
        assertThatThrownBy(() -> new ObjectKey(key))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void countsBytesNotCharacters() {
        assertThat(new ObjectKey("é".repeat(512)).value()).hasSize(512);
        assertThatThrownBy(() -> new ObjectKey("é".repeat(512) + "x")).hasMessageContaining("1025 bytes");
    }

    @Test
    void refusesHalfACharacter() {
        assertThatThrownBy(() -> new ObjectKey("a\ud83d"))
                .hasMessageContaining("surrogate")
                .hasCauseInstanceOf(CharacterCodingException.class);
    }

    @Test
    void theKeyBelowAPrefixIsCheckedAsAWhole() {
        KeyPrefix prefix = new KeyPrefix("a".repeat(1000));

        assertThat(prefix.key("b").value()).hasSize(1002);
        assertThatThrownBy(() -> prefix.key("b".repeat(30))).isInstanceOf(KeyException.class);
        assertThatThrownBy(() -> prefix.key("../b")).isInstanceOf(KeyException.class);
    }

    @Test
    void fillsATemplateIn() {
        assertThat(new KeyTemplate("/artifacts/{slug}/{branch}/").fill(VALUES))
                .isEqualTo(new KeyPrefix("artifacts/acme/app/feature/x"));
    }

    @Test
    void aBraceInAValueIsNoPlaceholder() {
        Placeholders values = new Placeholders(KeyMode.RAW).put("branch", Optional.of("x/${env.SECRET}/{slug}$1\\"));

        assertThatThrownBy(() -> new KeyTemplate("a/{branch}").fill(values)).hasMessageContaining("backslash");
        assertThat(new KeyTemplate("a/{branch}")
                        .fill(new Placeholders(KeyMode.RAW).put("branch", Optional.of("x/${env.SECRET}/{slug}$1"))))
                .isEqualTo(new KeyPrefix("a/x/${env.SECRET}/{slug}$1"));
    }

    @ParameterizedTest
    @CsvSource({"a/{brunch}, UNKNOWN_PLACEHOLDER, brunch", "a/{tag}, NO_VALUE, tag", "a/{slug, UNBALANCED_BRACE, ''"})
    void namesTheFaultOfATemplate(String template, Fault fault, String placeholder) {
        assertThatThrownBy(() -> new KeyTemplate(template).fill(VALUES))
                .isInstanceOfSatisfying(TemplateException.class, e -> {
                    assertThat(e.fault()).isEqualTo(fault);
                    assertThat(e.placeholder()).isEqualTo(placeholder);
                    assertThat(e.known()).containsExactly("branch", "slug", "tag");
                });
    }

    @Test
    void twoSlashesAtAnEndAreAMistake() {
        assertThatThrownBy(() -> new KeyTemplate("//a").fill(VALUES)).isInstanceOf(KeyException.class);
    }
}
