package io.github.artifactpublisher.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import io.github.artifactpublisher.testing.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "app-1.0.jar of Zürich, 日本語 and 😀",
                "io.github::artifact::1.0",
                "a::error::b",
                "C:\\builds",
                "## heading",
                "#1 [link]",
                "a: :b",
                ""
            })
    void ordinaryTextIsKept(String text) {
        assertThat(Quoted.line(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "::error::a | \\u003a:error::a",
                "'  ::set-output name=a::b' | '  \\u003a:set-output name=a::b'",
                "'\u00a0\u3000::debug::a' | '\u00a0\u3000\\u003a:debug::a'",
                "a ##vso[task.complete]b | a \\u0023#vso[task.complete]b",
                "a ##VSO[task.complete]b | a \\u0023#VSO[task.complete]b",
                "##[add-mask]a | \\u0023#[add-mask]a",
                "###[group]a | #\\u0023#[group]a",
                "b ##teamcity[buildStop]##vso[a] | b \\u0023#teamcity[buildStop]\\u0023#vso[a]",
                "'a\u202eb\u2066c\u200bd' | a\\u202eb\\u2066c\\u200bd",
                "'a\ufeff::b' | a\\ufeff::b",
                "'a\uffffb' | a\\uffffb"
            })
    void commandsAndTextDirectionAreEscaped(String text, String line) {
        assertThat(Quoted.line(text)).isEqualTo(line);
    }

    @Test
    void lineBreaksAndTerminalControlsAreEscaped() {
        assertThat(Quoted.line("a\nb\r\u001b[2Jc\u009bd\u0085e\u2028f\u2029g\u0000h\ti\ud800"))
                .isEqualTo("a\\u000ab\\u000d\\u001b[2Jc\\u009bd\\u0085e\\u2028f\\u2029g\\u0000h\\u0009i\\ud800");
    }

    @Test
    void aLineOfALineIsTheSame() {
        String line = Quoted.line(Hostile.TEXT);

        assertThat(Quoted.line(line)).isEqualTo(line);
        assertThat(Hostile.faults(line)).isEmpty();
    }

    @Test
    void jsonStaysTheSameJson() {
        String text = Hostile.TEXT + "\udb40\udc01 \\ \"";
        String json = new Gson().toJson(new JsonPrimitive(text));

        JsonElement again = new Gson().fromJson(Quoted.line(json), JsonElement.class);
        assertThat(again.getAsString()).isEqualTo(text);
        assertThat(Hostile.faults(Quoted.line(json))).isEmpty();
    }
}
