package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.ADDRESS;
import static io.github.artifactpublisher.publish.PublishStage.CHECKSUMS;
import static io.github.artifactpublisher.publish.PublishStage.MANIFEST;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifest is written on the precondition that nobody else has written one; some stores do not enforce it. */
class ConditionalWriteTest {
    private static final TestOptions IN_PLACE = TestOptions.DEFAULTS;
    private static final TestOptions BY_BUILD = IN_PLACE.in(Layout.BY_BUILD);
    private static final ProxyAction CONFLICT = ProxyAction.error(409, "ConditionalRequestConflict");

    /** Answers the probe with a success. The same bytes exist already, so the answer alone is the same as a write. */
    private static final ProxyScript IGNORING = ProxyScript.always(
            CHECKSUMS.and(ConditionalWriteTest::isConditional), ProxyAction.answer(200, Map.of("ETag", "\"0\""), ""));

    private PublishStage stage;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void aConflictIsRetried() {
        stage.publish(
                ProxyScript.first(2, MANIFEST, CONFLICT), plan(stage.output("a.txt", "text")), build(1), BY_BUILD);

        assertThat(stage.events)
                .containsExactly(
                        new PublishEvent.ManifestWriteRefused(ADDRESS, 2),
                        new PublishEvent.ManifestWriteRefused(ADDRESS, 3));
        stage.set().assertComplete();
    }

    @Test
    void aConflictThatDoesNotEndIsAFailure() {
        Plan plan = plan(stage.output("a.txt", "text"));

        assertThatThrownBy(() -> stage.publish(ProxyScript.always(MANIFEST, CONFLICT), plan, build(1), BY_BUILD))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.address()).isEqualTo(ADDRESS);
                    assertThat(e.kind()).as("no other build was seen").isEqualTo(ConflictException.Kind.WRITE_REFUSED);
                });
        stage.set().assertNoManifest();
    }

    @Test
    void theManifestIsReadAgainIfTheAnswerIsLost() {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), BY_BUILD);
        ProxyScript lost = ProxyScript.first(1, MANIFEST, ProxyAction.loseResponse());

        var sets = stage.publish(lost, plan(stage.output("a.txt", "text")), build(2), BY_BUILD);

        assertThat(sets).hasSize(1);
        assertThat(stage.requests(MANIFEST)).hasSize(2);
        assertThat(stage.events).isEmpty();
        assertThat(stage.publishedBuild()).isEqualTo("2");
        stage.set().assertWhole();
    }

    @Test
    void aStoreThatEnforcesConditionsIsTestedOnce() {
        stage.publish(plan(stage.output("a.txt", "text")), build(1), IN_PLACE);
        assertConditionalWrites(true);

        stage.publish(ProxyScript.passAll(), plan(stage.output("a.txt", "new")), build(2), IN_PLACE);

        assertThat(stage.requests(ConditionalWriteTest::isConditional))
                .singleElement()
                .satisfies(request -> assertThat(request.path()).endsWith("manifest.json"));
    }

    /** As after the bucket was copied to another store. */
    @Test
    void forceTestsTheStoreAgain() {
        Plan plan = plan(stage.output("a.txt", "text"));
        stage.publish(plan, build(1), IN_PLACE);

        stage.publish(IGNORING, plan, build(2), IN_PLACE.forced());

        assertThat(stage.events).containsExactly(new PublishEvent.PreconditionsIgnored(ADDRESS));
        assertConditionalWrites(false);
    }

    @Test
    void aStoreThatIgnoresConditionsIsDetected() {
        assertPublishesWithoutConditions(IGNORING);
    }

    @ParameterizedTest
    @CsvSource({"501, NotImplemented", "400, InvalidArgument"})
    void aStoreThatRefusesConditionsIsDetected(int status, String code) {
        assertPublishesWithoutConditions(
                ProxyScript.always(ConditionalWriteTest::isConditional, ProxyAction.error(status, code)));
    }

    private void assertPublishesWithoutConditions(ProxyScript script) {
        for (int number = 1; number <= 2; number++) {
            stage.publish(
                    script,
                    plan(stage.output("a.txt", "text " + number)),
                    build(number),
                    IN_PLACE.forced().allowingOlder());

            assertThat(stage.events).containsExactly(new PublishEvent.PreconditionsIgnored(ADDRESS));
            assertThat(stage.requests(MANIFEST.and(ConditionalWriteTest::isConditional)))
                    .isEmpty();
            assertConditionalWrites(false);
            stage.set().assertComplete();
        }
    }

    @Test
    void aStoreThatNoLongerEnforcesConditionsIsDetected() {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), IN_PLACE);

        stage.publish(
                ProxyScript.always(ConditionalWriteTest::isConditional, ProxyAction.error(501, "NotImplemented")),
                plan(stage.output("a.txt", "text")),
                build(2),
                IN_PLACE);

        assertThat(stage.events).containsExactly(new PublishEvent.PreconditionsIgnored(ADDRESS));
        stage.set().assertComplete();
    }

    @Test
    void withoutConditionsABuildThatPublishedMeanwhileIsStillSeen() {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), BY_BUILD);
        Plan newer = plan(stage.output("b.txt", "newer"));
        ProxyScript refusing = ProxyScript.before(
                        ConditionalWriteTest::isConditional,
                        1,
                        () -> stage.publishBeside(stage.server.endpoint(), newer, build(3), BY_BUILD))
                .then(ProxyScript.always(
                        ConditionalWriteTest::isConditional, ProxyAction.error(501, "NotImplemented")));

        stage.publish(refusing, plan(stage.output("a.txt", "older")), build(2), BY_BUILD);

        assertThat(stage.publishedBuild()).isEqualTo("3");
        stage.set().assertWhole();
    }

    private void assertConditionalWrites(boolean enforced) {
        assertThat(stage.set().manifest().get("conditionalWrites").getAsBoolean())
                .isEqualTo(enforced);
    }

    private static boolean isConditional(HttpHead request) {
        return request.header("If-Match").isPresent();
    }
}
