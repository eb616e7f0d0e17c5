package io.github.artifactpublisher.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositorySlugTest {
    @Test
    void hasOwnerAndRepository() {
        RepositorySlug slug = new RepositorySlug("group/sub group/app.name");
        assertThat(slug.owner()).isEqualTo("group/sub group");
        assertThat(slug.repository()).isEqualTo("app.name");
        assertThat(slug).hasToString("group/sub group/app.name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | it needs an owner and a repository, as in owner/repository",
                "app | it needs an owner and a repository, as in owner/repository",
                "/app | it has an empty segment",
                "octo/ | it has an empty segment",
                "octo//app | it has an empty segment",
                "`octo/ ` | it has an empty segment",
                "octo/. | a segment of it is .",
                "octo/../app | a segment of it is ..",
                "octo/a\\b | it contains a backslash"
            })
    void refuses(String value, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepositorySlug(value))
                .withMessage("\"" + value + "\" is not a repository slug: " + problem + ".");
    }

    @Test
    void refusesControlCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepositorySlug("octo/a\rb"))
                .withMessage("\"octo/a\\u000db\" is not a repository slug: it contains a control character.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:s3cret@host/octo/app", "user:s3cret@host"})
    void showsNoUserInfoOfAUrlGivenByMistake(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepositorySlug(value))
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .doesNotContain("s3cret")
                        .contains("host"));
    }

    @ParameterizedTest
    @CsvSource({
        "git@github.com:octo/app.git, octo/app",
        "git@github.com:octo/app, octo/app",
        "github.com:octo/app.git/, octo/app",
        "git@host:/octo/app.git, octo/app",
        "git@[::1]:octo/app.git, octo/app",
        "git@[host:2222]:octo/app.git, octo/app",
        "git@gitlab.example:group/sub/app.git, group/sub/app",
        "ssh://git@github.com/octo/app.git, octo/app",
        "ssh://git@host.example:7999/octo/app.git, octo/app",
        "ssh://git@[::1]:22/octo/app.git, octo/app",
        "git+ssh://git@host/octo/app.git, octo/app",
        "git://github.com/octo/app.git, octo/app",
        "https://github.com/octo/app.git, octo/app",
        "HTTPS://github.com/octo/app.git, octo/app",
        "https://github.com/octo/app, octo/app",
        "https://github.com/octo/app/, octo/app",
        "https://github.com//octo//app.git/, octo/app",
        "http://host:8080/octo/app.git?ref=main#readme, octo/app",
        "https://gitlab.example/group/sub/deep/app.git, group/sub/deep/app",
        "https://gitlab-ci-token:s3cret@gitlab.example/group/app.git, group/app",
        "https://s3cret@github.com/octo/app.git, octo/app",
        "https://user:p@ss:w/rd@github.com/octo/app.git, octo/app",
        "https://dev.azure.com/org/project/_git/app, org/project/app",
        "https://org@dev.azure.com/org/My%20Project/_git/app, org/My Project/app",
        "https://dev.azure.com/org/_git/app, org/app/app",
        "git@ssh.dev.azure.com:v3/org/project/app, org/project/app",
        "https://org.visualstudio.com/project/_git/app, org/project/app",
        "https://org.visualstudio.com/DefaultCollection/project/_git/app, org/project/app",
        "https://org.visualstudio.com/_git/app, org/app/app",
        "org@vs-ssh.visualstudio.com:v3/org/project/app, org/project/app",
        "https://bitbucket.example/scm/PROJ/app.git, PROJ/app",
        "https://host.example/bitbucket/scm/~alice/app.git, ~alice/app",
        "https://gitlab.example/scm/app.git, scm/app",
        "ssh://git@git.example/a+b/app%2Bx.git, a+b/app+x",
        "https://host/octo/100%.git, octo/100%"
    })
    void readsRemotes(String url, String slug) {
        assertThat(RepositorySlug.fromRemote(url)).contains(new RepositorySlug(slug));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/srv/git/octo/app.git",
                "../octo/app",
                "./octo:x/app",
                "octo/app",
                "C:\\git\\octo\\app",
                "C:/git/octo/app",
                "file:///srv/git/octo/app.git",
                "file://server/octo/app.git",
                "https://github.com",
                "https://github.com/",
                "https://github.com/app.git",
                "https://github.com/octo/.git",
                "git@host:app.git",
                "https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/app",
                "ssh://KEYID@git-codecommit.eu-west-1.amazonaws.com/v1/repos/app",
                "codecommit::eu-west-1://profile@app",
                "codecommit://profile@app/x",
                "ext::sh -c whatever octo/app",
                "https://user:pa?ss/x@host/octo/app",
                "https://user:s3cret/octo/app"
            })
    void findsNoneInOthers(String url) {
        assertThat(RepositorySlug.fromRemote(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:s3cret@host/octo/../app",
                "https://user:s3cret@host/octo/%2e%2e",
                "https://user:s3cret@host/octo/a%5Cb",
                "https://user:s3cret@host/octo/a%0Ab"
            })
    void refusesRemotesWithIllegalSegmentsWithoutShowingUsers(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepositorySlug.fromRemote(url))
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).contains("octo").doesNotContain("s3cret", "user"));
    }

    @Test
    void anEncodedSlashMakesNoUpwardPath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepositorySlug.fromRemote("https://host/octo/a%2F..%2Fb"));
    }
}
