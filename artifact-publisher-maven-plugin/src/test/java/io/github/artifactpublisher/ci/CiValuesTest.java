package io.github.artifactpublisher.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.text.PlainText;
import io.github.artifactpublisher.text.Sourced;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CiValuesTest {
    @ParameterizedTest
    @ValueSource(ints = {40, 64})
    void commitIdsAreFull(int length) {
        CommitId commit = new CommitId("0123456789abcdef".repeat(4).substring(0, length));
        assertThat(commit.abbreviated()).isEqualTo("01234567");
        assertThat(commit).hasToString(commit.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HEAD",
                "0123456",
                "0123456789abcdef0123456789abcdef012345678",
                "0123456789ABCDEF0123456789ABCDEF01234567",
                "g123456789abcdef0123456789abcdef01234567",
                "0123456789abcdef0123456789abcdef01234567\n"
            })
    void nothingElseIsACommitId(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommitId(value))
                .withMessageContaining("40 or 64 lower-case hexadecimal digits");
    }

    @Test
    void aSourcedValueKeepsItsSource() {
        Sourced<Integer> length = Sourced.of("main", "GITHUB_REF_NAME").map(String::length);
        assertThat(length.value()).isEqualTo(4);
        assertThat(length.source()).isEqualTo("GITHUB_REF_NAME");
    }

    @Test
    void aSourcedValueHasBoth() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sourced.of("main", " "));
        assertThatNullPointerException().isThrownBy(() -> new Sourced<>(null, "X"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5/merge", "..", "5 6", "-5"})
    void aPullRequestsNumberCanBePartOfAPath(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PullRequest(number, Optional.empty(), Optional.empty(), Fork.NO, "X"))
                .withMessageContaining("is not a pull request number");
    }

    @Test
    void aBuildIsForOneThing() {
        assertThatIllegalArgumentException().isThrownBy(() -> build(Optional.of("main"), Optional.of("v1")));
        assertThat(build(Optional.empty(), Optional.of("v1")).branch()).isEmpty();
    }

    private static CiBuild build(Optional<String> branch, Optional<String> tag) {
        return new CiBuild(
                "test",
                Optional.empty(),
                branch.map(name -> Sourced.of(new BranchName(name), "X")),
                Optional.empty(),
                tag.map(name -> Sourced.of(name, "Y")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "https://ci.example/1, https://ci.example/1",
        "https://user:s3cret@ci.example:8443/a@b?c=d@e#f, https://ci.example:8443/a@b?c=d@e#f",
        "http://[::1]:8080/1, http://[::1]:8080/1",
        "https://ci.example/a b, https://ci.example/a%20b",
        "https://ci.example, https://ci.example"
    })
    void aBuildsPageHasNoUserInfo(String given, String kept) {
        assertThat(PlainText.webUrl(given)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "ftp://ci.example/1", "https://", "/1", "https://user:s3cret/x@ci/1"})
    void aBuildsPageIsOnTheWeb(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlainText.webUrl(url))
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .endsWith("is not an http or https URL.")
                        .doesNotContain("s3cret"));
    }
}
