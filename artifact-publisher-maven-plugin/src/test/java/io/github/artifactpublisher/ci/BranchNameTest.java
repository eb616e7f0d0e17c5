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
    void acceptsNamesThatGitAccepts(String name) {
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
                "@ | git uses this name for the current commit",
                "HEAD | git uses this name for the current commit",
                "a b | it contains a space",
                "a~1 | it contains ~",
                "a^ | it contains ^",
                "a:b | it contains :",
                "a?b | it contains ?",
                "a*b | it contains *",
                "a[b | it contains [",
                "a\\b | it contains \\",
                "a..b | it contains ..",
                "a@{b | it contains @{",
                "a. | it ends with a dot",
                "/a | it begins or ends with / or contains //",
                "a/ | it begins or ends with / or contains //",
                "a//b | it begins or ends with / or contains //",
                ".a | a part of it begins with a dot",
                "a/.b | a part of it begins with a dot",
                "a.lock/b | a part of it ends with .lock"
            })
    void refusesNamesThatGitRefuses(String name, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BranchName(name))
                .withMessage("\"" + name + "\" is not a valid branch name: " + problem + ".");
    }

    @Test
    void showsControlCharactersHarmlessly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BranchName("a\nb\u001b"))
                .withMessage("\"a\\u000ab\\u001b\" is not a valid branch name: it contains a control character.");
        assertThatIllegalArgumentException().isThrownBy(() -> new BranchName("a\u007f"));
    }

    @Test
    void refusesNamesThatCouldNotBeDecoded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BranchName("gr\ufffdn"))
                .withMessageContaining("could not be decoded as UTF-8");
        assertThatIllegalArgumentException().isThrownBy(() -> new BranchName("a\ud83d"));
    }

    @Test
    void shortensTheNameInTheMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BranchName("a ".repeat(5000)))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(300));
    }
}
