package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** An address of one commit, and credentials that may only put there. */
class WriteOnceWithoutReadPermissionTest {
    private static final KeyPrefix COMMIT = new KeyPrefix("artifacts/acme/app/commits/aaaaaaaa");
    private static final String ADDRESS = "s3://builds/" + COMMIT;
    private static final TestOptions ONCE = TestOptions.DEFAULTS.once(Set.of(COMMIT));
    private static final Predicate<HttpHead> MANIFEST = ProxyScript.put("manifest.json");
    private static final PublishEvent UNREADABLE = new PublishEvent.ManifestUnreadable(ADDRESS + "manifest.json");
    private static final ProxyAction DENIED = ProxyAction.error(403, "AccessDenied");

    private PublishStage stage;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private static Plan plan(Output output) {
        return Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(output));
    }

    /** As in S3: a PUT with If-Match requires the permission to read. */
    private static ProxyScript putOnly(ProxyScript puts) {
        return request ->
                request.method().equals("GET") || request.header("If-Match").isPresent() ? DENIED : puts.on(request);
    }

    private void publish(ProxyScript puts, Output output, Layout layout) {
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), putOnly(puts))) {
            stage.publish(proxy.endpoint(), plan(output), build(2), ONCE.in(layout));
            assertThat(proxy.requests())
                    .filteredOn(request -> MANIFEST.test(request.head()))
                    .first()
                    .satisfies(request ->
                            assertThat(request.head().header("If-None-Match")).contains("*"));
            assertThat(proxy.requests())
                    .as("the condition is not tried with a request that these credentials may not make")
                    .noneMatch(request -> request.head().header("If-Match").isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void aSetIsPublishedIfNoneExists(Layout layout) {
        publish(ProxyScript.passAll(), stage.output("a.txt", "text"), layout);

        stage.set(COMMIT).assertWhole();
        assertThat(stage.set(COMMIT).manifest().has("conditionalWrites"))
                .as("nobody has tested whether the store enforces them")
                .isFalse();
        assertThat(stage.events).contains(UNREADABLE).noneMatch(PublishEvent.PreconditionsIgnored.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void anExistingSetIsLeftAndNamed(Layout layout) {
        Output existing = stage.output("other/a.txt", "existing").named("a.txt");
        stage.publish(plan(existing), build(1), ONCE.in(layout));
        Output ours = stage.output("a.txt", "ours");

        assertThatThrownBy(() -> publish(ProxyScript.passAll(), ours, layout))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ConflictException.Kind.UNREADABLE_MANIFEST);
                    assertThat(e.address()).isEqualTo(ADDRESS + "manifest.json");
                });
        stage.set(COMMIT).assertWhole().assertHolds("a.txt", existing.file());
    }

    @Test
    void anotherWriteUnderWayIsTriedAgain() {
        ProxyScript conflict = ProxyScript.first(1, MANIFEST, ProxyAction.error(409, "ConditionalRequestConflict"));
        publish(conflict, stage.output("a.txt", "text"), Layout.IN_PLACE);

        assertThat(stage.events).contains(new PublishEvent.ManifestWriteRefused(ADDRESS, 2));
        stage.set(COMMIT).assertComplete();
    }

    /** A run that has failed before its manifest leaves its list. */
    @ParameterizedTest
    @EnumSource(Layout.class)
    void aListThatAnotherRunHasLeftIsReplaced(Layout layout) {
        stage.server
                .client()
                .putObject(
                        put -> put.bucket("builds").key(COMMIT + "SHA256SUMS"),
                        RequestBody.fromString("0".repeat(64) + "  other.gz\n"));
        publish(ProxyScript.passAll(), stage.output("a.txt", "text"), layout);

        stage.set(COMMIT).assertWhole();
    }

    /** A gateway may reject a request that the store would have rejected because of the existing object. */
    @ParameterizedTest
    @ValueSource(ints = {400, 403})
    void aRefusalIsNotTakenForAStoreWithoutConditions(int status) {
        Output existing = stage.output("other/a.txt", "existing").named("a.txt");
        stage.publish(plan(existing), build(1), ONCE);
        ProxyScript refusing = ProxyScript.first(
                1,
                MANIFEST,
                ProxyAction.answer(
                        status,
                        Map.of(),
                        "<Error><Code>" + (status == 403 ? "AccessDenied" : "RequestRefused") + "</Code></Error>"));

        assertThatThrownBy(() -> publish(refusing, stage.output("a.txt", "ours"), Layout.IN_PLACE))
                .isInstanceOf(StoreException.class);
        assertThat(stage.publishedBuild(COMMIT)).isEqualTo("1");
        stage.set(COMMIT).assertWhole().assertHolds("a.txt", existing.file());
    }

    @Test
    void aStoreWithoutConditionsIsPublishedToAllTheSame() {
        ProxyScript refusing = ProxyScript.always(
                request -> request.header("If-None-Match").isPresent(), ProxyAction.error(501, "NotImplemented"));
        publish(refusing, stage.output("a.txt", "text"), Layout.IN_PLACE);

        assertThat(stage.events).contains(new PublishEvent.PreconditionsIgnored(ADDRESS));
        assertThat(stage.set(COMMIT).manifest().get("conditionalWrites").getAsBoolean())
                .isFalse();
        stage.set(COMMIT).assertComplete();
    }
}
