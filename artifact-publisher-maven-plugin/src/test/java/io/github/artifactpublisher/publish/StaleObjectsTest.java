package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.RecordedRequest;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** {@code artifacts.clean} deletes objects that the set no longer has, after the manifest, and no others. */
class StaleObjectsTest {
    private static final TestOptions IN_PLACE = TestOptions.DEFAULTS;

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
    void nothingIsDeletedUnlessThatIsAsked(Layout layout) {
        stage.publish(plan(stage.output("a.txt", "a"), stage.output("b.txt", "b")), build(1), IN_PLACE.in(layout));
        List<String> before = stage.set().keys();

        stage.publish(plan(stage.output("a.txt", "new")), build(2), IN_PLACE.in(layout));

        assertThat(stage.set().keys()).containsAll(before);
        assertThat(stage.set().names()).containsExactly("a.txt");
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void removedFilesAreDeletedAfterTheManifestIsWritten(Layout layout) {
        Output same = stage.output("same.txt", "same");
        stage.publish(
                plan(same, stage.output("a.txt", "a"), stage.output("gone.txt", "gone")),
                build(1),
                IN_PLACE.in(layout));
        put("artifacts/acme/app/main/release/gone.txt.gz");
        put(MAIN + "stranger.txt");

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), ProxyScript.passAll())) {
            stage.publish(
                    proxy.endpoint(),
                    plan(same, stage.output("a.txt", "new")),
                    build(2),
                    IN_PLACE.in(layout).cleaning());

            List<RecordedRequest> requests = proxy.requests();
            int last = requests.size() - (layout == Layout.IN_PLACE ? 2 : 1);
            assertThat(requests.get(last).head().target()).isEqualTo("/builds?delete");
            assertThat(requests.get(last).head().header("Content-MD5")).isPresent();
            assertThat(requests.subList(last + 1, requests.size()))
                    .as("whether a newer set has come, which can miss something only in place")
                    .allMatch(request -> request.path().endsWith("manifest.json"));
        }
        int deleted = layout == Layout.IN_PLACE ? 1 : 2;
        assertThat(stage.events).containsExactly(new PublishEvent.StaleObjectsDeleted("s3://builds/" + MAIN, deleted));
        assertThat(stage.set().keys())
                .contains(MAIN + "release/gone.txt.gz", MAIN + "stranger.txt")
                .hasSize(6);
        stage.set().assertWhole();
    }

    /** The newer build brings a file back, and has ended before this one deletes it. */
    @Test
    void anObjectThatANewerBuildHasUploadedAgainIsNotDeleted() {
        AtomicInteger reads = new AtomicInteger();
        Output back = cleanWhileItComesBack(
                request -> request.method().equals("GET")
                        && request.path().endsWith("manifest.json")
                        && reads.incrementAndGet() == 2,
                publish -> publish.run());

        assertThat(stage.events).contains(new PublishEvent.CleanUpSkipped("s3://builds/" + MAIN, 1));
        stage.set().assertWhole().assertHolds("gone.txt", back.file());
    }

    /** The newer build ends between the last look and the deletion: its next run mends it. */
    @Test
    void anObjectThatANewerBuildUploadsDuringTheDeletionIsReported() {
        Output back = cleanWhileItComesBack(
                request -> request.query().equals("delete"),
                publish -> assertThatThrownBy(publish::run).isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.address()).isEqualTo("s3://builds/" + MAIN);
                    assertThat(e.kind()).isEqualTo(ConflictException.Kind.NEWER_DELETED);
                    assertThat(e.newer()).contains("GitHub Actions 3");
                    assertThat(e.keys()).containsExactly(MAIN + "gone.txt.gz");
                }));

        stage.publish(plan(stage.output("a.txt", "a"), back), build(3), IN_PLACE);

        assertThat(stage.sentNames()).containsExactly("gone.txt.gz");
        stage.set().assertWhole();
    }

    private Output cleanWhileItComesBack(Predicate<HttpHead> moment, Consumer<Runnable> cleaning) {
        Output a = stage.output("a.txt", "a");
        Output gone = stage.output("gone.txt", "gone");
        stage.publish(plan(a, gone), build(1), IN_PLACE);
        ProxyScript comingBack = request -> {
            if (moment.test(request)) {
                stage.publishBeside(stage.server.endpoint(), plan(a, gone), build(3), IN_PLACE);
            }
            return ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), comingBack)) {
            cleaning.accept(() -> stage.publish(proxy.endpoint(), plan(a), build(2), IN_PLACE.cleaning()));
        }
        return gone;
    }

    @Test
    void byBuildTheObjectsOfFailedBuildsAreDeletedAfterAWeek() {
        TestOptions cleaning = IN_PLACE.in(Layout.BY_BUILD).cleaning();
        Output file = stage.output("a.txt", "text");
        stage.publish(plan(file), build(1), cleaning);
        String left = MAIN + "builds/20260101T000000Z-7-0123abcd/a.txt.gz";
        String ofABranchBelow = MAIN + "builds/release/a.txt.gz";
        put(left);
        put(ofABranchBelow);

        stage.publish(plan(file), build(2), cleaning);
        assertThat(stage.set().keys()).as("younger than a week").contains(left, ofABranchBelow);

        stage.later(StaleObjects.MIN_AGE.plus(Duration.ofMinutes(1)));
        stage.publish(plan(file), build(3), cleaning);
        assertThat(stage.set().keys()).doesNotContain(left).contains(ofABranchBelow);
        stage.set().assertWhole();
    }

    @Test
    void aTargetOfAnotherBranchBelowStays() {
        KeyPrefix below = new KeyPrefix(MAIN.value() + "/next");
        TestOptions cleaning = IN_PLACE.in(Layout.BY_BUILD).cleaning();
        stage.publish(
                Plan.of(TestOptions.targets(below), TestOptions.PLAN, List.of(stage.output("a.txt", "next"))),
                build(1),
                cleaning);
        stage.later(Duration.ofDays(30));
        stage.publish(plan(stage.output("a.txt", "main")), build(2), cleaning);
        stage.publish(plan(stage.output("a.txt", "main 3")), build(3), cleaning);

        stage.set(below).assertComplete();
    }

    @Test
    void aDeniedDeletionIsAWarning() {
        stage.publish(plan(stage.output("a.txt", "a"), stage.output("gone.txt", "gone")), build(1), IN_PLACE);
        ProxyScript refusing =
                ProxyScript.always(request -> request.query().equals("delete"), ProxyAction.error(403, "AccessDenied"));

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), refusing)) {
            var sets = stage.publish(proxy.endpoint(), plan(stage.output("a.txt", "a")), build(2), IN_PLACE.cleaning());

            assertThat(sets).hasSize(1);
        }
        assertThat(stage.events)
                .hasOnlyElementsOfType(PublishEvent.CleanUpFailed.class)
                .hasSize(1);
    }

    @Test
    void anObjectThatIsNotDeletedIsNamed() {
        stage.publish(plan(stage.output("a.txt", "a"), stage.output("gone.txt", "gone")), build(1), IN_PLACE);
        String key = MAIN + "gone.txt.gz";
        ProxyScript locked = ProxyScript.always(
                request -> request.query().equals("delete"),
                ProxyAction.answer(
                        200,
                        Map.of("Content-Type", "application/xml"),
                        "<DeleteResult><Error><Key>" + key
                                + "</Key><Code>AccessDenied</Code><Message>locked</Message></Error></DeleteResult>"));

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), locked)) {
            stage.publish(proxy.endpoint(), plan(stage.output("a.txt", "a")), build(2), IN_PLACE.cleaning());
        }

        assertThat(stage.events)
                .containsExactly(
                        new PublishEvent.StaleObjectsNotDeleted(Map.of(new ObjectKey(key), "AccessDenied locked")));
    }

    private void put(String key) {
        stage.server.client().putObject(put -> put.bucket("builds").key(key), RequestBody.fromString("stranger"));
    }
}
