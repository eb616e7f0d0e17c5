package io.github.artifactpublisher.manifest;

import static io.github.artifactpublisher.manifest.Builds.build;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.git.CommitId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The order of two builds. */
class BuildOrderTest {
    private static final String ONE = "1".repeat(40);
    private static final String TWO = "2".repeat(40);

    /** Commit one is before commit two. */
    private final BuildOrder order = new BuildOrder((ancestor, descendant) ->
            ancestor.value().equals(ONE) && descendant.value().equals(TWO));

    @Test
    void theSequenceOfOneServerDecides() {
        assertThat(order.isOlder(at(9, "2026-01-02T00:00:00Z"), at(10, "2026-01-01T00:00:00Z")))
                .isTrue();
        assertThat(order.isOlder(at(10, "2026-01-01T00:00:00Z"), at(9, "2026-01-02T00:00:00Z")))
                .isFalse();
        assertThat(order.isOlder(at(9, "2026-01-01T00:00:00Z"), at(9, "2026-01-02T00:00:00Z")))
                .as("the same build run again")
                .isFalse();
    }

    @Test
    void ofDifferentServersTheTimeOfTheCommitDecides() {
        BuildFacts other = timed(build("Jenkins", "main", Optional.of(TWO), "1"), "2026-01-02T00:00:00Z");

        assertThat(order.isOlder(at(99, "2026-01-01T00:00:00Z"), other)).isTrue();
        assertThat(order.isOlder(other, at(99, "2026-01-01T00:00:00Z"))).isFalse();
    }

    @Test
    void theAncestryDecidesIfTheTimesAreEqualOrUnknown() {
        BuildFacts one = build("Jenkins", "main", Optional.of(ONE), "1");
        BuildFacts two = build("Jenkins", "main", Optional.of(TWO), "1");
        String time = "2026-01-02T00:00:00Z";

        assertThat(order.isOlder(one, two)).isTrue();
        assertThat(order.isOlder(two, one)).isFalse();
        assertThat(order.isOlder(one, one)).isFalse();
        assertThat(order.isOlder(timed(one, time), timed(two, time))).isTrue();
        assertThat(order.isOlder(one, timed(two, time))).isTrue();
    }

    @Test
    void aBuildWithoutComparableValuesIsNotOlder() {
        BuildFacts nothing = build("Jenkins", "main", Optional.empty(), "1");

        assertThat(order.isOlder(nothing, build("Jenkins", "main", Optional.of(TWO), "2")))
                .isFalse();
        assertThat(order.isOlder(build("Jenkins", "main", Optional.of(ONE), "1"), nothing))
                .isFalse();
    }

    @Test
    void differentBranchesHaveNoOrder() {
        BuildFacts main = Builds.inSequence(1, build("GitHub Actions", "main", Optional.of(ONE), "1"));
        BuildFacts next = Builds.inSequence(2, build("GitHub Actions", "next", Optional.of(TWO), "2"));

        assertThat(order.isOlder(main, next)).isFalse();
    }

    /** By default a pull request has the path of its topic branch, and one branch may have several. */
    @Test
    void theSequenceDecidesBetweenAPushAndAPullRequest() {
        BuildFacts push = build(9);
        BuildFacts pullRequest = ofPullRequest("7", build(10));

        assertThat(order.isOlder(push, pullRequest)).isTrue();
        assertThat(order.isOlder(pullRequest, push)).isFalse();
        assertThat(order.isOlder(build(11), pullRequest)).isFalse();
        assertThat(order.isOlder(pullRequest, ofPullRequest("8", build(11)))).isTrue();
    }

    /** A branch and a tag may have one name. */
    @Test
    void theSequenceDecidesBetweenABranchAndATag() {
        assertThat(order.isOlder(build(9), ofTag("main", build(10)))).isTrue();
        assertThat(order.isOlder(ofTag("main", build(9)), build(10))).isTrue();
        assertThat(order.isOlder(ofTag("one", build(9)), ofTag("two", build(10))))
                .as("different tags")
                .isFalse();
    }

    /** A pull request's commit is often a merge that the server has made, later than all that was pushed. */
    @Test
    void neitherTimeNorAncestryDecidesBetweenAPushAndAPullRequest() {
        BuildFacts push = timed(build("Jenkins", "main", Optional.of(ONE), "1"), "2026-01-01T00:00:00Z");
        BuildFacts merge = timed(build("Jenkins", "main", Optional.of(TWO), "1"), "2026-01-02T00:00:00Z");

        assertThat(order.isOlder(push, merge)).isTrue();
        assertThat(order.isOlder(push, ofPullRequest("7", merge))).isFalse();
    }

    @Test
    void theSequencesOfOtherRepositoriesOrServersHaveNoOrder() {
        BuildFacts fork = of(Optional.of("fork/app"), Optional.empty(), Optional.of("7"), Optional.empty(), build(10));
        BuildFacts jenkins = Builds.inSequence(10, build("Jenkins", "main", Optional.empty(), "10"));

        assertThat(order.isOlder(build(9), fork)).isFalse();
        assertThat(order.isOlder(build(9), ofPullRequest("7", jenkins))).isFalse();
    }

    /** A repository that has moved counts its builds anew. */
    @Test
    void theSequencesOfTwoServersOfOneKindHaveNoOrder() {
        BuildFacts before = paged("https://git.example.org/acme/app/-/pipelines/900", build(900));
        BuildFacts moved = paged("https://gitlab.example.com/acme/app/-/pipelines/3", build(3));

        assertThat(order.isOlder(moved, before)).isFalse();
        assertThat(order.isOlder(moved, paged("https://gitlab.example.com/acme/app/-/pipelines/4", build(4))))
                .isTrue();
        assertThat(order.isOlder(paged("no url at all", build(3)), before)).isTrue();
    }

    private static BuildFacts paged(String url, BuildFacts build) {
        return Builds.of(
                build.slug(),
                build.branch(),
                build.pullRequest(),
                build.tag(),
                build.commit().map(CommitId::value),
                build.server(),
                build.buildNumber(),
                Optional.of(url),
                build.sequence(),
                build.commitTime(),
                Map.of());
    }

    private static BuildFacts ofPullRequest(String number, BuildFacts build) {
        return of(build.slug(), Optional.empty(), Optional.of(number), Optional.empty(), build);
    }

    private static BuildFacts ofTag(String tag, BuildFacts build) {
        return of(build.slug(), Optional.empty(), Optional.empty(), Optional.of(tag), build);
    }

    private static BuildFacts of(
            Optional<String> slug,
            Optional<String> branch,
            Optional<String> pullRequest,
            Optional<String> tag,
            BuildFacts build) {
        return Builds.of(
                slug,
                branch,
                pullRequest,
                tag,
                build.commit().map(CommitId::value),
                build.server(),
                build.buildNumber(),
                build.buildUrl(),
                build.sequence(),
                build.commitTime(),
                Map.of());
    }

    private static BuildFacts at(long sequence, String time) {
        return timed(build(sequence), time);
    }

    private static BuildFacts timed(BuildFacts build, String time) {
        return Builds.of(
                build.slug(),
                build.branch(),
                build.pullRequest(),
                build.tag(),
                build.commit().map(CommitId::value),
                build.server(),
                build.buildNumber(),
                build.buildUrl(),
                build.sequence(),
                Optional.of(Instant.parse(time)),
                Map.of());
    }
}
