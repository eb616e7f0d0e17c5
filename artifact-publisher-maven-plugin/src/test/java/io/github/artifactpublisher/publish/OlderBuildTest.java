package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.ADDRESS;
import static io.github.artifactpublisher.publish.PublishStage.MANIFEST;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.Builds;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.testing.ProxyScript;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An older build leaves the set of a newer one, also if both publish at the same time. */
class OlderBuildTest {
    private static final TestOptions IN_PLACE = TestOptions.DEFAULTS;
    private static final TestOptions BY_BUILD = IN_PLACE.in(Layout.BY_BUILD);

    private PublishStage stage;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void anOlderBuildPassesAndChangesNothing(Layout layout) {
        stage.publish(plan(stage.output("a.txt", "newer")), build(2), IN_PLACE.in(layout));
        Map<String, String> before = stage.set().eTags();

        var sets = stage.publish(
                ProxyScript.passAll(), plan(stage.output("a.txt", "older")), build(1), IN_PLACE.in(layout));

        assertThat(sets).isEmpty();
        assertThat(stage.requests(request -> true)).hasSize(1);
        assertThat(stage.events)
                .containsExactly(new PublishEvent.OlderBuildSkipped(ADDRESS, "GitHub Actions 2", "GitHub Actions 1"));
        assertThat(stage.set().eTags()).isEqualTo(before);
    }

    /** Two workflows of one repository with counters of their own. */
    @Test
    void buildsWithTheSameNumberAreNamedWithRunAndCommit() {
        BuildFacts newer = Builds.inSequence(2000, build("CI", "main", Optional.of("a".repeat(40)), "7"));
        BuildFacts older = Builds.inSequence(1000, build("CI", "main", Optional.of("b".repeat(40)), "7"));
        stage.publish(plan(stage.output("a.txt", "newer")), newer, IN_PLACE);

        stage.publish(plan(stage.output("a.txt", "older")), older, IN_PLACE);

        assertThat(stage.events)
                .containsExactly(new PublishEvent.OlderBuildSkipped(
                        ADDRESS,
                        "CI 7 (run 2000, commit " + "a".repeat(40) + ")",
                        "CI 7 (run 1000, commit " + "b".repeat(40) + ")"));
    }

    @Test
    void anOlderBuildPublishesIfThatIsAllowed() {
        stage.publish(plan(stage.output("a.txt", "newer")), build(2), IN_PLACE);

        stage.publish(plan(stage.output("a.txt", "older")), build(1), IN_PLACE.allowingOlder());

        assertThat(stage.publishedBuild()).isEqualTo("1");
        stage.set().assertComplete();
    }

    /** Both have the path of the branch. */
    @Test
    void aPushThatIsOlderThanTheBuildOfItsPullRequestLeavesItsSet() {
        BuildFacts push = build(2);
        BuildFacts pullRequest = Builds.of(
                push.slug(),
                Optional.empty(),
                Optional.of("7"),
                Optional.empty(),
                Optional.of("b".repeat(40)),
                push.server(),
                Optional.of("3"),
                Optional.empty(),
                Optional.of(3L),
                Optional.empty(),
                Map.of());
        stage.publish(plan(stage.output("a.txt", "newer")), pullRequest, IN_PLACE);

        var sets = stage.publish(plan(stage.output("a.txt", "older")), push, IN_PLACE);

        assertThat(sets).isEmpty();
        assertThat(stage.events)
                .containsExactly(new PublishEvent.OlderBuildSkipped(ADDRESS, "GitHub Actions 3", "GitHub Actions 2"));
        assertThat(stage.publishedBuild()).isEqualTo("3");
        stage.set().assertComplete();
    }

    @Test
    void theSameBuildPublishesAgain() {
        stage.publish(plan(stage.output("a.txt", "first")), build(1), IN_PLACE);

        stage.publish(plan(stage.output("a.txt", "again")), build(1), IN_PLACE);

        assertThat(stage.sentNames()).containsExactly("a.txt.gz");
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void aNewerBuildThatPublishesMeanwhileWins(Layout layout) {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), BY_BUILD);
        Plan newer = plan(stage.output("b.txt", "newer"));
        ProxyScript between = ProxyScript.before(
                MANIFEST, 1, () -> stage.publishBeside(stage.server.endpoint(), newer, build(3), IN_PLACE.in(layout)));

        var sets = stage.publish(between, plan(stage.output("a.txt", "older")), build(2), IN_PLACE.in(layout));

        assertThat(sets).isEmpty();
        assertThat(stage.events)
                .containsExactly(
                        new PublishEvent.OtherBuildPublished(ADDRESS, 2),
                        new PublishEvent.OlderBuildSkipped(ADDRESS, "GitHub Actions 3", "GitHub Actions 2"));
        assertThat(stage.publishedBuild()).isEqualTo("3");
        stage.set().assertWhole();
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void theSetOfAnOlderBuildThatPublishesMeanwhileIsOverwritten(Layout layout) {
        Plan older = plan(stage.output("a.txt", "older"), stage.output("c.txt", "same"));
        Plan newer = plan(stage.output("b.txt", "newer"), stage.output("c.txt", "same"));
        ProxyScript between = ProxyScript.before(
                MANIFEST, 1, () -> stage.publishBeside(stage.server.endpoint(), older, build(1), IN_PLACE.in(layout)));

        stage.publish(between, newer, build(2), IN_PLACE.in(layout));

        assertThat(stage.requests(MANIFEST)).hasSize(2);
        assertThat(stage.publishedBuild()).isEqualTo("2");
        assertThat(stage.sent)
                .filteredOn(object -> object.planned().name().equals("b.txt.gz"))
                .as("the second attempt uses the object of the first")
                .hasSize(1);
        stage.set()
                .assertWhole()
                .assertHolds("b.txt", newer.objects().get(0).output().file());
    }
}
