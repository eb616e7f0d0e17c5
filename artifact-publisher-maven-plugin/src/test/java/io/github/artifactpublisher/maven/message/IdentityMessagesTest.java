package io.github.artifactpublisher.maven.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.ci.CiDetection;
import io.github.artifactpublisher.ci.CiFiles;
import io.github.artifactpublisher.ci.HeadMismatch;
import io.github.artifactpublisher.ci.HeadMismatch.Relation;
import io.github.artifactpublisher.ci.KnownGit;
import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.text.Sourced;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityMessagesTest {
    private static final String A = "a".repeat(40);
    private static final String B = "b".repeat(40);

    @Test
    void theLineNamesEachValueWithItsSource() {
        assertThat(found(Map.of("TRAVIS", "true", "TRAVIS_REPO_SLUG", "acme/app", "TRAVIS_COMMIT", A), "main"))
                .isEqualTo("Travis CI: repository acme/app (TRAVIS_REPO_SLUG), branch main (X),"
                        + " commit aaaaaaaa (TRAVIS_COMMIT)");
    }

    @Test
    void theLineSaysThatNothingWasFound() {
        assertThat(found(Map.of(), null))
                .isEqualTo("no CI server: neither the environment nor git names a repository, a branch or a commit");
        assertThat(found(Map.of("CI", "true"), null))
                .isEqualTo(
                        "unknown CI server: neither the environment nor git names a repository, a branch or a commit");
    }

    @Test
    void anotherCommitThanTheServersIsNamedWithBoth() {
        assertThat(FailureMessages.of(new HeadMismatchException(mismatch(Relation.UNRELATED))))
                .contains("The commit that is built, " + A + " (git HEAD, branch release/1.x), is neither " + B
                        + " (GITHUB_SHA) of branch main (GITHUB_REF_NAME) nor a descendant of it; nothing was published."
                        + " Set artifacts.branch to the branch or tag that is built (and artifacts.slug, if the repository is another"
                        + " one), or check out the commit that the CI server names.");
    }

    @Test
    void anotherBranchThanTheServersIsNamed() {
        assertThat(IdentityMessages.contradiction(mismatch(Relation.OTHER_BRANCH)))
                .startsWith("The commit that is built, " + A + " (git HEAD, branch release/1.x), is not on branch main"
                        + " (GITHUB_REF_NAME), whose commit is " + B + " (GITHUB_SHA); nothing was published.");
        HeadMismatch withoutCommit = new HeadMismatch(
                new CommitId(A),
                Optional.empty(),
                Optional.empty(),
                Sourced.of("branch main", "BRANCH_NAME"),
                Relation.OTHER_BRANCH);
        assertThat(IdentityMessages.contradiction(withoutCommit))
                .startsWith("The commit that is built, " + A + " (git HEAD), is not on branch main (BRANCH_NAME);");
    }

    @Test
    void anUnknownRelationInAShallowCloneIsAWarning() {
        assertThat(IdentityMessages.unknown(mismatch(Relation.UNKNOWN)))
                .isEqualTo("The commit that is built, " + A + " (git HEAD, branch release/1.x), is not " + B
                        + " (GITHUB_SHA) of branch main (GITHUB_REF_NAME), and this clone does not show whether it"
                        + " is a descendant. The files are published for branch main. If that is wrong, set"
                        + " artifacts.branch. With more history in the clone, the plugin can check it.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdentityMessages.contradiction(mismatch(Relation.UNKNOWN)));
    }

    private static HeadMismatch mismatch(Relation relation) {
        return new HeadMismatch(
                new CommitId(A),
                Optional.of("branch release/1.x"),
                Optional.of(Sourced.of(new CommitId(B), "GITHUB_SHA")),
                Sourced.of("branch main", "GITHUB_REF_NAME"),
                relation);
    }

    private static String found(Map<String, String> environment, String branch) {
        CiBuild build = CiDetection.detect(environment, KnownGit.none(), CiFiles.onDisk());
        Optional<Sourced<String>> name = Optional.ofNullable(branch).map(text -> Sourced.of(text, "X"));
        return IdentityMessages.found(build, build.slug(), new BuildRef.Published(name));
    }
}
