package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.manifest.UncertainManifestException;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults of the server before, in and after the write of the manifest. */
class FailureAroundTheManifestTest {
    private static final TestOptions IN_PLACE = TestOptions.DEFAULTS;
    private static final Predicate<HttpHead> MANIFEST = ProxyScript.put("manifest.json");

    /** A failure of the server. */
    private static final ProxyAction FAILED = ProxyAction.answer(520, Map.of(), "");

    private static final ProxyAction WRITTEN_AND_LOST = ProxyAction.replaceResponse(520, Map.of(), "");
    private static final ProxyAction DENIED = ProxyAction.error(403, "AccessDenied");

    private PublishStage stage;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder).retryingFor(Duration.ofMillis(300));
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private Plan second() {
        return plan(stage.output("a.txt", "second"), stage.output("b.txt", "second"), stage.output("new.txt", "new"));
    }

    private void publishFirst(Layout layout) {
        stage.publish(
                plan(stage.output("a.txt", "first"), stage.output("b.txt", "first")), build(1), IN_PLACE.in(layout));
    }

    private void publishSecond(ProxyScript script, Layout layout) {
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), script)) {
            stage.publish(proxy.endpoint(), second(), build(2), IN_PLACE.in(layout));
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void aLostAnswerToTheManifestIsASuccessIfItIsThere(Layout layout) {
        publishFirst(layout);

        publishSecond(ProxyScript.always(MANIFEST, WRITTEN_AND_LOST), layout);

        assertThat(stage.publishedBuild()).isEqualTo("2");
        assertThat(stage.sets).hasSize(1);
        assertThat(stage.events).isEmpty();
        stage.set().assertWhole();
    }

    /** The first set at an address has no condition that could be refused. */
    @Test
    void aManifestThatIsNotThereIsAFailure() {
        assertThatThrownBy(() -> publishSecond(ProxyScript.always(MANIFEST, FAILED), Layout.IN_PLACE))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.SERVER_FAILED));
        stage.set().assertNoManifest();
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void aServerThatGoesAwayWithTheAnswerLeavesItUncertainAndTheListOfSumsAsItIs(Layout layout) {
        publishFirst(layout);
        AtomicBoolean sent = new AtomicBoolean();
        ProxyScript script = request -> {
            if (MANIFEST.test(request)) {
                sent.set(true);
                return WRITTEN_AND_LOST;
            }
            return sent.get() && request.method().equals("GET") ? FAILED : ProxyAction.pass();
        };
        assertThatThrownBy(() -> publishSecond(script, layout))
                .isInstanceOfSatisfying(UncertainManifestException.class, e -> {
                    assertThat(e.location()).isEqualTo("s3://builds/" + MAIN + "manifest.json");
                    assertThat(e.lost().kind()).isEqualTo(Kind.SERVER_FAILED);
                });
        assertThat(stage.events).isEmpty();
        assertThat(stage.publishedBuild()).isEqualTo("2");
        stage.set().assertWhole();
    }

    @Test
    void aListingThatFailsAfterTheManifestSaysThatItIsPublished() {
        publishFirst(Layout.IN_PLACE);
        AtomicBoolean sent = new AtomicBoolean();
        ProxyScript script = request -> {
            sent.compareAndSet(false, MANIFEST.test(request));
            return sent.get() && request.path().equals("/builds") ? FAILED : ProxyAction.pass();
        };
        assertThatThrownBy(() -> publishSecond(script, Layout.IN_PLACE))
                .isInstanceOfSatisfying(PostPublicationException.class, e -> {
                    assertThat(e.address()).isEqualTo("s3://builds/" + MAIN);
                    assertThat(e.failure()).isInstanceOf(StoreException.class);
                });
        assertThat(stage.events).isEmpty();
        assertThat(stage.publishedBuild()).isEqualTo("2");
        stage.set().assertWhole();
    }

    @Test
    void byBuildAListOfSumsThatCannotBeReadAfterwardsSaysThatTheManifestIsPublished() {
        publishFirst(Layout.BY_BUILD);
        ProxyScript script = ProxyScript.always(
                request -> request.method().equals("GET") && request.path().endsWith("SHA256SUMS"), FAILED);

        assertThatThrownBy(() -> publishSecond(script, Layout.BY_BUILD)).isInstanceOf(PostPublicationException.class);
        assertThat(stage.publishedBuild()).isEqualTo("2");
    }

    /** The objects that existed before and differ now. */
    @Test
    void inPlaceObjectsOverwrittenBeforeAFailureAreNamed() {
        publishFirst(Layout.IN_PLACE);

        assertThatThrownBy(
                        () -> publishSecond(ProxyScript.always(ProxyScript.put("SHA256SUMS"), DENIED), Layout.IN_PLACE))
                .isInstanceOf(StoreException.class);

        assertThat(stage.events)
                .containsExactly(new PublishEvent.ObjectsOverwritten(
                        "s3://builds/" + MAIN, List.of(MAIN + "a.txt.gz", MAIN + "b.txt.gz")));
    }

    /** Some of the files are uploaded when another one fails. */
    @Test
    void anUploadThatFailsNamesThoseThatDidNot() {
        publishFirst(Layout.IN_PLACE);
        CountDownLatch uploaded = new CountDownLatch(1);
        stage.onUpload(object -> {
            if (object.planned().name().equals("a.txt.gz")) {
                uploaded.countDown();
            }
        });
        ProxyScript script = ProxyScript.before(ProxyScript.put("b.txt.gz"), 1, () -> await(uploaded))
                .then(ProxyScript.always(ProxyScript.put("b.txt.gz"), DENIED));
        assertThatThrownBy(() -> publishSecond(script, Layout.IN_PLACE)).isInstanceOf(StoreException.class);

        assertThat(stage.events)
                .containsExactly(
                        new PublishEvent.ObjectsOverwritten("s3://builds/" + MAIN, List.of(MAIN + "a.txt.gz")));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void noObjectIsNamedIfNoneWasOverwritten() {
        ProxyScript script = ProxyScript.always(ProxyScript.put("SHA256SUMS"), DENIED);
        assertThatThrownBy(() -> publishSecond(script, Layout.IN_PLACE)).isInstanceOf(StoreException.class);
        assertThat(stage.events).as("a first publication").isEmpty();

        publishFirst(Layout.BY_BUILD);
        assertThatThrownBy(() -> publishSecond(script, Layout.BY_BUILD)).isInstanceOf(StoreException.class);
        assertThat(stage.events).as("by build").isEmpty();
    }

    @Test
    void ofTwoTargetsEachNamesItsOwn() {
        KeyPrefix other = new KeyPrefix("artifacts/acme/app/other");
        Plan first =
                Plan.of(TestOptions.targets(MAIN, other), TestOptions.PLAN, List.of(stage.output("a.txt", "first")));
        stage.publish(first, build(1), IN_PLACE);
        Plan second =
                Plan.of(TestOptions.targets(MAIN, other), TestOptions.PLAN, List.of(stage.output("a.txt", "second")));
        ProxyScript script = ProxyScript.always(ProxyScript.put("other/SHA256SUMS"), DENIED);

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), script)) {
            assertThatThrownBy(() -> stage.publish(proxy.endpoint(), second, build(2), IN_PLACE))
                    .isInstanceOf(StoreException.class);
        }
        assertThat(stage.events)
                .as("the first target's set is complete")
                .containsExactly(
                        new PublishEvent.ObjectsOverwritten("s3://builds/" + other, List.of(other + "a.txt.gz")));
    }
}
