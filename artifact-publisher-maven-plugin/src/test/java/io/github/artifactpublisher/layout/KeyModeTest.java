package io.github.artifactpublisher.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(KeyMode.decode(encoded)).isEqualTo(name);
    }

    @Test
    void aPathKeepsItsSegments() {
        assertThat(KeyMode.ENCODED.path("a b/../c")).isEqualTo("a%20b/%2E%2E/c");
        assertThat(KeyMode.RAW.path("a b/c")).isEqualTo("a b/c");
    }

    /** Names of all kinds of characters, among them those that are illegal in keys. */
    @Test
    void encodedNamesAreLegalDistinctAndReversible() {
        Random random = new Random(20261123);
        Map<String, String> nameOf = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            String name = name(random);
            String encoded = KeyMode.ENCODED.segment(name);

            assertThat(new KeyPrefix("artifacts").key(encoded).value()).isEqualTo("artifacts/" + encoded);
            assertThat(KeyMode.decode(encoded)).isEqualTo(name);
            assertThat(nameOf.putIfAbsent(encoded, name)).isIn(null, name);
        }
    }

    private static String name(Random random) {
        String alphabet = "aB9._-~/\\%#?{}$ \t\u0000\u007fé☃";
        StringBuilder name = new StringBuilder();
        int length = 1 + random.nextInt(12);
        while (name.length() < length) {
            int c = random.nextInt(alphabet.length() + 1);
            name.append(c == alphabet.length() ? "😀" : alphabet.substring(c, c + 1));
        }
        return name.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a%2", "%zz"})
    void whatIsNotEncodedIsNotDecoded(String text) {
        assertThatThrownBy(() -> KeyMode.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
