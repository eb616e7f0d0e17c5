package io.github.artifactpublisher.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BranchNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "main",
                "feature/x",
                "-leading",
                "a#b%c&d+e'f\"g<h>i|j;k$l(m)n{o}p,q=r!s@t`u",
                "x/${env.AWS_SECRET_ACCESS_KEY}",
                "grün/日本語/🚀",
                "a.b",
                "locked.lock.not",
                "a@",
                "@a",
                "a{b"
            })
    void takesWhatGitTakes(String name) {
        assertThat(new BranchName(name).toString()).isEqualTo(name);
    }

    @Test
    void takesALongName() {
        assertThat(new BranchName("x".repeat(800)).value()).hasSize(800);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | it is empty",
                "@ | git keeps this name for the current commit",
                "HEAD | git keeps this name for the current commit",
                "a b | it holds a space",
                "a~1 | it holds ~",
                "a^ | it holds ^",
                "a:b | it holds :",
                "a?b | it holds ?",
                "a*b | it holds *",
                "a[b | it holds [",
                "a\\b | it holds \\",
                "a..b | it holds ..",
                "a@{b | it holds @{",
                "a. | it ends with a dot",
                "/a | it begins or ends with / or holds //",
                "a/ | it begins or ends with / or holds //",
                "a//b | it begins or ends with / or holds //",
                ".a | a part of it begins with a dot",
                "a/.b | a part of it begins with a dot",
                "a.lock/b | a part of it ends with .lock"
            })
    void refusesWhatGitRefuses(String name, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BranchName(name))
                .withMessage("\"" + name + "\" is no legal branch name: " + problem + ".");
    }

    @Test
    void showsControlCharactersHarmlessly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BranchName("a\nb\u001b"))
                .withMessage("\"a\\u000ab\\u001b\" is no legal branch name: it holds a control character.");
        assertThatIllegalArgumentException().isThrownBy(() -> new BranchName("a\u007f"));
    }

    @Test
    void refusesWhatCouldNotBeDecoded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BranchName("gr\ufffdn"))
                .withMessageContaining("could not be decoded as UTF-8");
        assertThatIllegalArgumentException().isThrownBy(() -> new BranchName("a\ud83d"));
    }

    @Test
    void shortensWhatItShows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BranchName("a ".repeat(5000)))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(300));
    }
}
