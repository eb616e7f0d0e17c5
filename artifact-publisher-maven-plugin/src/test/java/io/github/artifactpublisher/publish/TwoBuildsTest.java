package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.Builds;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** Builds of one branch that publish one after the other or at the same moment. */
class TwoBuildsTest {
    private static final TestOptions IN_PLACE = TestOptions.DEFAULTS;
    private static final TestOptions BY_BUILD = IN_PLACE.in(Layout.BY_BUILD);
    private static final Predicate<HttpHead> MANIFEST = ProxyScript.put("manifest.json");

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
    void anOlderBuildEndsWellAndChangesNothing(Layout layout) {
        stage.publish(plan(stage.output("a.txt", "newer")), build(2), IN_PLACE.in(layout));
        Map<String, String> before = stage.set().eTags();

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), ProxyScript.passAll())) {
            var sets = stage.publish(
                    proxy.endpoint(), plan(stage.output("a.txt", "older")), build(1), IN_PLACE.in(layout));

            assertThat(sets).isEmpty();
            assertThat(proxy.requests()).hasSize(1);
        }
        assertThat(stage.notices)
                .containsExactly(new Notice.NewerStands("s3://builds/" + MAIN, "GitHub Actions 2", "GitHub Actions 1"));
        assertThat(stage.set().eTags()).isEqualTo(before);
    }

    /** Two workflows of one repository that count their builds by themselves. */
    @Test
    void buildsOfOneNumberHaveDifferentNames() {
        BuildFacts newer = Builds.inSequence(2000, build("CI", "main", Optional.of("a".repeat(40)), "7"));
        BuildFacts older = Builds.inSequence(1000, build("CI", "main", Optional.of("b".repeat(40)), "7"));
        stage.publish(plan(stage.output("a.txt", "newer")), newer, IN_PLACE);

        stage.publish(plan(stage.output("a.txt", "older")), older, IN_PLACE);

        assertThat(stage.notices)
                .containsExactly(new Notice.NewerStands(
                        "s3://builds/" + MAIN,
                        "CI 7 (run 2000, commit " + "a".repeat(40) + ")",
                        "CI 7 (run 1000, commit " + "b".repeat(40) + ")"));
    }

    @Test
    void whereTheManifestIsRefusedTheListOfSumsIsThatOfTheOlder() {
        Plan before = plan(stage.output("a.txt", "before"));
        stage.publish(before, build(1), BY_BUILD);
        ProxyScript refusing = ProxyScript.always(
                MANIFEST, ProxyAction.answer(403, Map.of(), "<Error><Code>AccessDenied</Code></Error>"));
        Plan changed = plan(stage.output("a.txt", "changed"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), refusing)) {
            assertThatThrownBy(() -> stage.publish(proxy.endpoint(), changed, build(2), BY_BUILD))
                    .isInstanceOf(StoreException.class);
        }

        assertThat(stage.publishedBuild()).isEqualTo("1");
        stage.set().assertWhole();
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
        assertThat(stage.notices)
                .containsExactly(new Notice.NewerStands("s3://builds/" + MAIN, "GitHub Actions 3", "GitHub Actions 2"));
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
    void aNewerBuildThatComesInBetweenWins(Layout layout) {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), BY_BUILD);
        Plan newer = plan(stage.output("b.txt", "newer"));
        Plan older = plan(stage.output("a.txt", "older"));
        AtomicInteger manifests = new AtomicInteger();
        ProxyScript between = request -> {
            if (MANIFEST.test(request) && manifests.incrementAndGet() == 1) {
                stage.publishBeside(stage.server.endpoint(), newer, build(3), IN_PLACE.in(layout));
            }
            return ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), between)) {
            var sets = stage.publish(proxy.endpoint(), older, build(2), IN_PLACE.in(layout));

            assertThat(sets).isEmpty();
        }
        assertThat(stage.notices)
                .containsExactly(
                        new Notice.AnotherCame("s3://builds/" + MAIN, 2),
                        new Notice.NewerStands("s3://builds/" + MAIN, "GitHub Actions 3", "GitHub Actions 2"));
        assertThat(stage.publishedBuild()).isEqualTo("3");
        stage.set().assertWhole();
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void anOlderBuildThatComesInBetweenIsReplaced(Layout layout) {
        Plan older = plan(stage.output("a.txt", "older"), stage.output("c.txt", "same"));
        Plan newer = plan(stage.output("b.txt", "newer"), stage.output("c.txt", "same"));
        AtomicInteger manifests = new AtomicInteger();
        ProxyScript between = request -> {
            if (MANIFEST.test(request) && manifests.incrementAndGet() == 1) {
                stage.publishBeside(stage.server.endpoint(), older, build(1), IN_PLACE.in(layout));
            }
            return ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), between)) {
            stage.publish(proxy.endpoint(), newer, build(2), IN_PLACE.in(layout));
        }

        assertThat(manifests).as("manifests that were tried").hasValue(2);
        assertThat(stage.publishedBuild()).isEqualTo("2");
        assertThat(stage.sent)
                .filteredOn(object -> object.planned().name().equals("b.txt.gz"))
                .as("what was sent stays for the second attempt")
                .hasSize(1);
        stage.set()
                .assertWhole()
                .assertHolds("b.txt", newer.objects().get(0).output().file());
    }

    /** Files that a newer build has replaced in place before an older one's manifest are noticed after it. */
    @Test
    void inPlaceWhatAnotherReplacedIsSentAgain() {
        Output file = stage.output("a.txt", "ours");
        stage.publish(plan(file), build(1), IN_PLACE);
        Plan changed = plan(stage.output("a.txt", "changed"));
        AtomicInteger manifests = new AtomicInteger();
        ProxyScript replacing = request -> {
            if (MANIFEST.test(request) && manifests.incrementAndGet() == 1) {
                stage.server
                        .client()
                        .putObject(
                                put -> put.bucket("builds").key(MAIN + "a.txt.gz"),
                                RequestBody.fromString("another's"));
            }
            return ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), replacing)) {
            stage.publish(proxy.endpoint(), changed, build(2), IN_PLACE);
        }

        assertThat(stage.notices).containsExactly(new Notice.SentOverAgain("s3://builds/" + MAIN, 1));
        stage.set().assertComplete();
    }

    /** A build that has sent nothing has to look as well: the other may have been killed just then. */
    @Test
    void inPlaceWhatAnotherReplacedOfAnUnchangedSetIsSentAgain() {
        Output file = stage.output("a.txt", "ours");
        stage.publish(plan(file), build(1), IN_PLACE);
        AtomicInteger manifests = new AtomicInteger();
        ProxyScript replacing = request -> {
            if (MANIFEST.test(request) && manifests.incrementAndGet() == 1) {
                stage.server
                        .client()
                        .putObject(
                                put -> put.bucket("builds").key(MAIN + "a.txt.gz"),
                                RequestBody.fromString("another's"));
            }
            return ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), replacing)) {
            stage.publish(proxy.endpoint(), plan(file), build(2), IN_PLACE);
        }

        assertThat(stage.notices).containsExactly(new Notice.SentOverAgain("s3://builds/" + MAIN, 1));
        assertThat(stage.publishedBuild()).isEqualTo("2");
        stage.set().assertComplete();
    }

    @Test
    void inPlaceWhatIsReplacedAgainAndAgainFails() {
        Plan plan = plan(stage.output("a.txt", "ours"));
        ProxyScript replacing = request -> {
            if (request.path().equals("/builds")) {
                stage.server
                        .client()
                        .putObject(
                                put -> put.bucket("builds").key(MAIN + "a.txt.gz"),
                                RequestBody.fromString("another's"));
            }
            return ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), replacing)) {
            assertThatThrownBy(() -> stage.publish(proxy.endpoint(), plan, build(2), IN_PLACE))
                    .isInstanceOfSatisfying(ConflictException.class, e -> {
                        assertThat(e.kind()).isEqualTo(ConflictException.Kind.OVERWRITTEN);
                        assertThat(e.keys()).containsExactly(MAIN + "a.txt.gz");
                    });
        }
        assertThat(stage.sent).hasSize(4);
    }

    /** The newer set comes, whole, before the older build replaces one of its objects. */
    @Test
    void inPlaceAnOlderBuildThatHasReplacedANewersObjectFails() {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), IN_PLACE);
        Output newer = stage.output("newer/a.txt", "newer").named("a.txt");
        Plan older = plan(stage.output("a.txt", "older"));
        AtomicInteger puts = new AtomicInteger();
        ProxyScript before = request -> {
            if (ProxyScript.put("a.txt.gz").test(request) && puts.incrementAndGet() == 1) {
                stage.publishBeside(stage.server.endpoint(), plan(newer), build(3), IN_PLACE);
            }
            return ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), before)) {
            assertThatThrownBy(() -> stage.publish(proxy.endpoint(), older, build(2), IN_PLACE))
                    .isInstanceOfSatisfying(ConflictException.class, e -> {
                        assertThat(e.kind()).isEqualTo(ConflictException.Kind.NEWER_OVERWRITTEN);
                        assertThat(e.keys()).containsExactly(MAIN + "a.txt.gz");
                    });
        }
        assertThat(stage.publishedBuild()).isEqualTo("3");
    }

    /** Another build has put back the list of the set before, just as this one's manifest comes. */
    @ParameterizedTest
    @EnumSource(Layout.class)
    void aListOfSumsThatAnotherBuildHasReplacedIsPutRight(Layout layout) {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), IN_PLACE.in(layout));
        AtomicInteger manifests = new AtomicInteger();
        ProxyScript between = request -> {
            if (MANIFEST.test(request) && manifests.incrementAndGet() == 1) {
                stage.server
                        .client()
                        .putObject(
                                put -> put.bucket("builds").key(MAIN + "SHA256SUMS"),
                                RequestBody.fromString("another's"));
            }
            return ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), between)) {
            stage.publish(proxy.endpoint(), plan(stage.output("a.txt", "text")), build(2), IN_PLACE.in(layout));
        }

        stage.set().assertWhole();
    }

    /** As in a bucket whose ETags are no MD5 (KMS). */
    @Test
    void inPlaceAListOfSumsIsKnownByTheETagThatItGot() {
        String etag = "0123456789abcdef0123456789abcdef";
        ProxyScript opaque = request -> {
            if (ProxyScript.put("SHA256SUMS").test(request) && !isConditional(request)) {
                return ProxyAction.replaceResponse(
                        200, Map.of("ETag", "\"" + etag + "\"", "x-amz-server-side-encryption", "aws:kms"), "");
            }
            return request.path().equals("/builds") ? listing("SHA256SUMS", etag) : ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), opaque)) {
            stage.publish(proxy.endpoint(), plan(stage.output("a.txt", "text")), build(1), IN_PLACE);

            assertThat(proxy.requests().stream().dropWhile(request -> !MANIFEST.test(request.head())))
                    .as("the manifest and the listing, and the list is not read")
                    .extracting(request -> request.method() + " " + request.path())
                    .containsExactly("PUT /builds/" + MAIN + "manifest.json", "GET /builds");
        }
        assertThat(stage.notices).isEmpty();
    }

    /** The bucket's listing as it is, but for the ETag of one object. */
    private ProxyAction listing(String name, String etag) {
        String contents = stage.server.client().listObjectsV2(list -> list.bucket("builds")).contents().stream()
                .map(object -> "<Contents><Key>" + object.key()
                        + "</Key><LastModified>2026-01-01T00:00:00Z</LastModified>"
                        + "<ETag>"
                        + (object.key().endsWith(name) ? etag : object.eTag().replace("\"", ""))
                        + "</ETag><Size>" + object.size() + "</Size></Contents>")
                .collect(Collectors.joining());
        return ProxyAction.answer(
                200,
                Map.of("Content-Type", "application/xml"),
                "<ListBucketResult><IsTruncated>false</IsTruncated>" + contents + "</ListBucketResult>");
    }

    /** The set is complete by then, so a short failure of the server must not fail the build. */
    @Test
    void aServerThatFailsThreeTimesAfterTheManifestIsOvercome() {
        ProxyScript failing = ProxyScript.first(
                3,
                request -> request.method().equals("GET") && request.path().endsWith("SHA256SUMS"),
                ProxyAction.answer(503, Map.of(), "<Error><Code>ServiceUnavailable</Code></Error>"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), failing)) {
            var sets = stage.publish(proxy.endpoint(), plan(stage.output("a.txt", "text")), build(1), BY_BUILD);

            assertThat(sets).hasSize(1);
        }
        stage.set().assertComplete();
    }

    @Test
    void aConflictIsTriedAgain() {
        ProxyScript conflict = ProxyScript.first(
                2,
                MANIFEST,
                ProxyAction.answer(409, Map.of(), "<Error><Code>ConditionalRequestConflict</Code></Error>"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), conflict)) {
            stage.publish(proxy.endpoint(), plan(stage.output("a.txt", "text")), build(1), BY_BUILD);
        }

        assertThat(stage.notices)
                .containsExactly(
                        new Notice.WriteRefused("s3://builds/" + MAIN, 2),
                        new Notice.WriteRefused("s3://builds/" + MAIN, 3));
        stage.set().assertComplete();
    }

    @Test
    void aConflictThatDoesNotEndIsAFailure() {
        ProxyScript conflict = ProxyScript.always(
                MANIFEST, ProxyAction.answer(409, Map.of(), "<Error><Code>ConditionalRequestConflict</Code></Error>"));
        Plan plan = plan(stage.output("a.txt", "text"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), conflict)) {
            assertThatThrownBy(() -> stage.publish(proxy.endpoint(), plan, build(1), BY_BUILD))
                    .isInstanceOfSatisfying(ConflictException.class, e -> {
                        assertThat(e.address()).isEqualTo("s3://builds/" + MAIN);
                        assertThat(e.kind())
                                .as("a rival that nobody has seen")
                                .isEqualTo(ConflictException.Kind.WRITE_REFUSED);
                    });
        }
        stage.set().assertNoManifest();
    }

    @Test
    void anAnswerThatIsLostIsFoundOut() {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), BY_BUILD);
        ProxyScript lost = ProxyScript.first(1, MANIFEST, ProxyAction.loseResponse());
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), lost)) {
            var sets = stage.publish(proxy.endpoint(), plan(stage.output("a.txt", "text")), build(2), BY_BUILD);

            assertThat(sets).hasSize(1);
            assertThat(proxy.requests().stream().filter(request -> MANIFEST.test(request.head())))
                    .hasSize(2);
        }
        assertThat(stage.notices).isEmpty();
        assertThat(stage.publishedBuild()).isEqualTo("2");
        stage.set().assertWhole();
    }

    @Test
    void aStoreThatEnforcesConditionsIsTestedOnce() {
        Output file = stage.output("a.txt", "text");
        stage.publish(plan(file), build(1), IN_PLACE);
        assertThat(stage.set().manifest().get("conditionalWrites").getAsBoolean())
                .isTrue();

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), ProxyScript.passAll())) {
            stage.publish(proxy.endpoint(), plan(stage.output("a.txt", "new")), build(2), IN_PLACE);

            assertThat(proxy.requests().stream().filter(request -> isConditional(request.head())))
                    .singleElement()
                    .satisfies(request -> assertThat(request.path()).endsWith("manifest.json"));
        }
    }

    /** As after the bucket was copied to another store. */
    @Test
    void forceTestsTheStoreForConditionsAgain() {
        Plan plan = plan(stage.output("a.txt", "text"));
        stage.publish(plan, build(1), IN_PLACE);
        ProxyScript ignoring = ProxyScript.always(
                ProxyScript.put("SHA256SUMS").and(TwoBuildsTest::isConditional),
                ProxyAction.answer(200, Map.of("ETag", "\"0\""), ""));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), ignoring)) {
            stage.publish(proxy.endpoint(), plan, build(2), IN_PLACE.forced());
        }

        assertThat(stage.notices).containsExactly(new Notice.ConditionsIgnored("s3://builds/" + MAIN));
        assertThat(stage.set().manifest().get("conditionalWrites").getAsBoolean())
                .isFalse();
    }

    /** The same bytes exist already, so an answer without a write equals that of a store that writes them again. */
    @Test
    void aStoreThatIgnoresConditionsIsKnownAndSaid() {
        ProxyScript ignoring = ProxyScript.always(
                ProxyScript.put("SHA256SUMS").and(TwoBuildsTest::isConditional),
                ProxyAction.answer(200, Map.of("ETag", "\"0\""), ""));
        assertWithoutConditions(ignoring);
    }

    @Test
    void aStoreThatRefusesConditionsIsKnownAndSaid() {
        assertWithoutConditions(ProxyScript.always(
                TwoBuildsTest::isConditional,
                ProxyAction.answer(501, Map.of(), "<Error><Code>NotImplemented</Code></Error>")));
        assertWithoutConditions(ProxyScript.always(
                TwoBuildsTest::isConditional,
                ProxyAction.answer(400, Map.of(), "<Error><Code>InvalidArgument</Code></Error>")));
    }

    private void assertWithoutConditions(ProxyScript script) {
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), script)) {
            for (int number = 1; number <= 2; number++) {
                stage.publish(
                        proxy.endpoint(),
                        plan(stage.output("a.txt", "text " + number)),
                        build(number),
                        IN_PLACE.forced().allowingOlder());

                assertThat(stage.notices).containsExactly(new Notice.ConditionsIgnored("s3://builds/" + MAIN));
                assertThat(stage.set().manifest().get("conditionalWrites").getAsBoolean())
                        .isFalse();
                stage.set().assertComplete();
            }
            assertThat(proxy.requests())
                    .filteredOn(request -> MANIFEST.test(request.head()))
                    .noneMatch(request -> isConditional(request.head()));
        }
    }

    @Test
    void aStoreThatNoLongerEnforcesConditionsIsDetected() {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), IN_PLACE);
        ProxyScript refusing = ProxyScript.always(
                TwoBuildsTest::isConditional,
                ProxyAction.answer(501, Map.of(), "<Error><Code>NotImplemented</Code></Error>"));

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), refusing)) {
            stage.publish(proxy.endpoint(), plan(stage.output("a.txt", "text")), build(2), IN_PLACE);
        }

        assertThat(stage.notices).containsExactly(new Notice.ConditionsIgnored("s3://builds/" + MAIN));
        stage.set().assertComplete();
    }

    @Test
    void withoutConditionsABuildThatCameInBetweenIsStillSeen() {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), BY_BUILD);
        Plan newer = plan(stage.output("b.txt", "newer"));
        AtomicInteger probes = new AtomicInteger();
        ProxyScript refusing = request -> {
            if (!isConditional(request)) {
                return ProxyAction.pass();
            }
            if (probes.incrementAndGet() == 1) {
                stage.publishBeside(stage.server.endpoint(), newer, build(3), BY_BUILD);
            }
            return ProxyAction.answer(501, Map.of(), "<Error><Code>NotImplemented</Code></Error>");
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), refusing)) {
            stage.publish(proxy.endpoint(), plan(stage.output("a.txt", "older")), build(2), BY_BUILD);
        }

        assertThat(stage.publishedBuild()).isEqualTo("3");
        stage.set().assertWhole();
    }

    private static boolean isConditional(HttpHead request) {
        return request.header("If-Match").isPresent();
    }
}
