package io.github.artifactpublisher.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyModeTest {
    @ParameterizedTest
    @CsvSource({
        "main, main",
        "feature/x, feature%2Fx",
        "v1.0_a-b, v1.0_a-b",
        ".., %2E%2E",
        "., %2E",
        "..., ...",
        "50%, 50%25",
        "é~, %C3%A9%7E",
        "'a b', a%20b"
    })
    void encodesAllButTheUnreserved(String name, String encoded) {
        assertThat(KeyMode.ENCODED.segment(name)).isEqualTo(encoded);
        assertThat(URLDecoder.decode(encoded, UTF_8)).isEqualTo(name);
    }

    @Test
    void aPathKeepsItsSegments() {
        assertThat(KeyMode.ENCODED.path("a b/../c")).isEqualTo("a%20b/%2E%2E/c");
        assertThat(KeyMode.RAW.path("a b/c")).isEqualTo("a b/c");
    }

    /** The JDK would write a question mark, so that different names had the same key. */
    @Test
    void halfACharacterIsRefused() {
        assertThatThrownBy(() -> KeyMode.ENCODED.segment("a\ud83d"))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("surrogate");
    }
}
