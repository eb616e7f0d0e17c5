package io.github.artifactpublisher.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.text.Sourced;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://s3.example.com",
                "HTTPS://s3.example.com:9000/",
                "http://localhost:9000",
                "http://127.0.0.1:9000",
                "http://[::1]:9000"
            })
    void acceptsHttpsOnAnyHostAndHttpOnThisMachine(String url) {
        assertThat(parse(url, false)).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @CsvSource({
        "http://my_minio:9000, must not contain an underscore",
        "s3.example.com, not an http(s) URL",
        "s3.example.com:9000, not an http(s) URL",
        "ftp://s3.example.com, not an http(s) URL",
        "https://, not a URL",
        "https://s3.example.com:99999, has the port 99999",
        "https://s3.example.com:0, has the port 0",
        "https://s3.example.com?x=y, has a query",
        "http://s3.example.com, plain HTTP",
        "http://127.example.com, plain HTTP",
        "http://10.0.0.1:9000, plain HTTP",
        "http://a b, is not a URL"
    })
    void refusesEverythingElse(String url, String reason) {
        assertThatThrownBy(() -> parse(url, false))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("ARTIFACTS_ENDPOINT ")
                .hasMessageContaining(reason);
    }

    @Test
    void plainHttpToAnotherHostMustBeAllowed() {
        assertThat(parse("http://s3.example.com", true)).isEqualTo(URI.create("http://s3.example.com"));
    }

    @Test
    void userInfoIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> parse("https://key:secret@s3.example.com", false))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        e -> assertThat(e.getMessage() + e.advice())
                                .contains("user info")
                                .doesNotContain("secret@"));
        for (String url : new String[] {
            "https://key:se cret@s3.example.com",
            "https://key:se/cret@s3.example.com",
            "https://key:secret@my_minio:9000"
        }) {
            assertThatThrownBy(() -> parse(url, false))
                    .hasMessageContaining("user info")
                    .hasMessageNotContaining("cret");
        }
    }

    private static URI parse(String url, boolean insecureAllowed) {
        return EndpointParser.parse(Sourced.of(url, "ARTIFACTS_ENDPOINT"), insecureAllowed);
    }
}
