package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.ADDRESS;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static io.github.artifactpublisher.publish.PublishStage.MANIFEST;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that answer 412 although the condition holds. */
class RefusedConditionsTest {
    private static final TestOptions IN_PLACE = TestOptions.DEFAULTS;
    private static final KeyPrefix COMMIT = new KeyPrefix("artifacts/acme/app/commits/aaaaaaaa");
    private static final TestOptions ONCE = IN_PLACE.once(Set.of(COMMIT));
    private static final ProxyAction FAILED = ProxyAction.error(412, "PreconditionFailed");

    /** Compares the ETag with its quotes. */
    private static final ProxyScript ONLY_BARE = request -> request.header("If-Match")
                    .or(() -> request.header("x-amz-copy-source-if-match"))
                    .filter(etag -> etag.startsWith("\""))
                    .isPresent()
            ? FAILED
            : ProxyAction.pass();

    private static final ProxyScript NO_MATCH =
            ProxyScript.always(request -> request.header("If-Match").isPresent(), FAILED);
    private static final ProxyScript NO_CONDITION = ProxyScript.always(
            request -> request.header("If-Match")
                    .or(() -> request.header("If-None-Match"))
                    .isPresent(),
            FAILED);

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
    void theETagIsSentWithoutQuotesIfTheStoreRejectsThem(Layout layout) {
        for (int number = 1; number <= 3; number++) {
            Plan plan = plan(stage.output("a.txt", "text " + number));
            stage.publish(ONLY_BARE, plan, build(number), IN_PLACE.in(layout));

            assertThat(stage.events).isEmpty();
            assertThat(stage.publishedBuild()).isEqualTo(Integer.toString(number));
            assertThat(stage.set().manifest().get("conditionalWrites").getAsBoolean())
                    .isTrue();
            assertThat(stage.requests(MANIFEST)).hasSize(number == 1 ? 1 : 2);
        }
        stage.set().assertWhole();
    }

    /** The bare form is a condition as well: a newer build that comes in between is seen and named. */
    @Test
    void inTheBareFormAnotherBuildIsNoticed() {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), IN_PLACE);
        AtomicInteger manifests = new AtomicInteger();
        ProxyScript between = ProxyScript.always(
                        request -> MANIFEST.test(request) && manifests.incrementAndGet() == 2, request -> {
                            stage.publishBeside(
                                    stage.server.endpoint(), plan(stage.output("b.txt", "newer")), build(3), IN_PLACE);
                            return FAILED;
                        })
                .then(ONLY_BARE);
        stage.publish(between, plan(stage.output("a.txt", "older")), build(2), IN_PLACE);

        assertThat(stage.publishedBuild()).isEqualTo("3");
        assertThat(stage.events).contains(new PublishEvent.OtherBuildPublished(ADDRESS, 2));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void aStoreThatRejectsEachETagIsOneWithoutConditions(Layout layout) {
        stage.publish(NO_MATCH, plan(stage.output("a.txt", "first")), build(1), IN_PLACE.in(layout));
        stage.publish(NO_MATCH, plan(stage.output("a.txt", "text")), build(2), IN_PLACE.in(layout));

        assertThat(stage.events).containsExactly(new PublishEvent.PreconditionsIgnored(ADDRESS));
        assertThat(stage.publishedBuild()).isEqualTo("2");
        assertThat(stage.set().manifest().get("conditionalWrites").getAsBoolean())
                .isFalse();
    }

    /** The manifest, read again, also shows that nobody has written one. */
    @Test
    void withoutAnAnswerToHeadTheManifestDecides() {
        ProxyScript script = request ->
                request.method().equals("HEAD") ? ProxyAction.answer(400, Map.of(), "") : NO_CONDITION.on(request);
        for (int number = 1; number <= 2; number++) {
            stage.publish(script, plan(stage.output("a.txt", "text " + number)), build(number), IN_PLACE);

            assertThat(stage.events).containsExactly(new PublishEvent.PreconditionsIgnored(ADDRESS));
            assertThat(stage.publishedBuild()).isEqualTo(Integer.toString(number));
        }
    }

    @Test
    void aStoreThatRejectsIfNoneMatchIsOneWithoutConditions() {
        stage.publish(NO_CONDITION, plan(stage.output("a.txt", "text")), build(1), IN_PLACE);

        assertThat(stage.events).containsExactly(new PublishEvent.PreconditionsIgnored(ADDRESS));
        stage.set().assertComplete();
    }

    /** The store may also say so, or know only one of the two conditions. */
    @ParameterizedTest
    @CsvSource({
        "If-None-Match, 400, InvalidArgument",
        "If-None-Match, 405, MethodNotAllowed",
        "If-None-Match, 403, AccessDenied",
        "If-None-Match, 501, NotImplemented",
        "If-Match, 400, InvalidArgument",
        "If-Match, 501, NotImplemented"
    })
    void aRefusedConditionIsLeftOut(String header, int status, String code) {
        ProxyScript script =
                ProxyScript.always(request -> request.header(header).isPresent(), ProxyAction.error(status, code));
        for (int number = 1; number <= 2; number++) {
            stage.publish(script, plan(stage.output("a.txt", "text " + number)), build(number), IN_PLACE);

            assertThat(stage.publishedBuild()).isEqualTo(Integer.toString(number));
        }
        stage.set().assertWhole();
    }

    /** The manifest says that the store enforces conditions, which it did until the bucket was moved. */
    @ParameterizedTest
    @CsvSource({"400, InvalidArgument", "405, MethodNotAllowed", "403, AccessDenied"})
    void aStoreThatNoLongerEnforcesConditionsIsReported(int status, String code) {
        stage.publish(plan(stage.output("a.txt", "first")), build(1), IN_PLACE);
        ProxyScript script =
                ProxyScript.always(request -> request.header("If-Match").isPresent(), ProxyAction.error(status, code));

        stage.publish(script, plan(stage.output("a.txt", "second")), build(2), IN_PLACE);

        assertThat(stage.events).containsExactly(new PublishEvent.PreconditionsIgnored(ADDRESS));
        assertThat(stage.publishedBuild()).isEqualTo("2");
    }

    @Test
    void anAddressOfACommitIsPublishedToAndItsObjectsAreAtTheirUsualKeys() {
        Output file = stage.output("a.txt", "text");
        Plan plan =
                Plan.of(TestOptions.targets(COMMIT, MAIN), TestOptions.PLAN, List.of(file, stage.output("b.txt", "b")));
        stage.publish(NO_CONDITION, plan, build(1), ONCE);

        stage.set(COMMIT).assertComplete().assertHolds("a.txt", file.file());
        assertThat(stage.set(COMMIT).object("a.txt").get("key").getAsString()).isEqualTo(COMMIT + "a.txt.gz");
        assertThat(stage.requests(request -> request.header("If-None-Match").isPresent()))
                .as("what was learnt is remembered: each of two files that go at once asks twice at the most")
                .hasSizeLessThanOrEqualTo(4);
        stage.set().assertComplete();
    }

    /** The ETag identifies the objects of a killed run. */
    @Test
    void atAnAddressOfACommitTheBareFormIsSentAsWell() {
        Output file = stage.output("a.txt", "text");
        Plan plan = Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(file));
        stage.publish(plan, build(1), ONCE);
        stage.server.client().deleteObject(delete -> delete.bucket("builds").key(COMMIT + "manifest.json"));

        stage.publish(ONLY_BARE, plan, build(2), ONCE);

        assertThat(stage.events).isEmpty();
        assertThat(stage.set(COMMIT).object("a.txt").get("key").getAsString()).isEqualTo(COMMIT + "a.txt.gz");
        stage.set(COMMIT).assertComplete();
    }

    @Test
    void aCopyIsMadeOnTheBareForm() {
        KeyPrefix other = new KeyPrefix("artifacts/acme/app/other");
        Plan plan = Plan.of(
                TestOptions.targets(MAIN, other),
                TestOptions.PLAN,
                List.of(stage.output("a.txt", "text"), stage.output("b.txt", "more")));
        stage.publish(ONLY_BARE, plan, build(1), IN_PLACE);

        stage.set(other).assertComplete();
        assertThat(stage.requests(ProxyScript.put("a.txt.gz")))
                .filteredOn(request -> request.bodyLength() > 0)
                .as("the bytes are sent once")
                .hasSize(1);
    }
}
