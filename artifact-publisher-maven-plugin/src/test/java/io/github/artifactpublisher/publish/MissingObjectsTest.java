package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.plan.PlanException;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** Objects of a set that is written once are missing, and its manifest exists. */
class MissingObjectsTest {
    private static final KeyPrefix COMMIT = new KeyPrefix("artifacts/acme/app/commits/aaaaaaaa");
    private static final TestOptions ONCE = TestOptions.DEFAULTS.once(Set.of(COMMIT));
    private static final String ADDRESS = "s3://builds/" + COMMIT;

    private PublishStage stage;
    private Plan plan;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
        plan = Plan.of(
                TestOptions.targets(COMMIT),
                TestOptions.PLAN,
                List.of(
                        stage.output("gone.txt", "gone"),
                        stage.output("other.txt", "other"),
                        stage.output("same.txt", "same")));
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void missingAndOtherObjectsAreUploadedAgainAndTheManifestStays(Layout layout) {
        stage.publish(plan, build(1), ONCE.in(layout));
        Map<String, String> before = stage.set(COMMIT).eTags();
        delete(key("gone.txt"));
        put(key("other.txt"), "a stranger's, of another size");

        var sets = stage.publish(plan, build(2), ONCE.in(layout));

        assertThat(sets).isEmpty();
        assertThat(stage.sentNames()).containsExactly("gone.txt.gz", "other.txt.gz");
        assertThat(stage.events)
                .containsExactly(
                        new PublishEvent.MissingObjectsRestored(ADDRESS, "GitHub Actions 1", 2),
                        new PublishEvent.IdenticalSetSkipped(ADDRESS, "GitHub Actions 1"));
        assertThat(stage.set(COMMIT).assertComplete().eTags()).isEqualTo(before);
    }

    @Test
    void anotherObjectOfTheSameSizeIsReplaced() {
        stage.publish(plan, build(1), ONCE);
        int size = stage.set(COMMIT)
                .object("same.txt")
                .getAsJsonObject("stored")
                .get("size")
                .getAsInt();
        put(key("same.txt"), "x".repeat(size));

        stage.publish(plan, build(2), ONCE);

        stage.set(COMMIT).assertComplete();
    }

    /**
     * A run that was killed had left other bytes there; so the manifest names another key, and people go by this one.
     */
    @Test
    void theUsualKeyIsReadTooIfTheManifestNamesAnother() {
        put(COMMIT + "gone.txt.gz", "left");
        stage.publish(plan, build(1), ONCE);
        assertThat(key("gone.txt")).startsWith(COMMIT + "builds/");
        Map<String, String> before = stage.set(COMMIT).eTags();
        put(COMMIT + "gone.txt.gz", "a stranger's");

        stage.publish(plan, build(2), ONCE);

        assertThat(stage.events).contains(new PublishEvent.MissingObjectsRestored(ADDRESS, "GitHub Actions 1", 1));
        assertThat(stage.set(COMMIT).eTags()).isEqualTo(before);
    }

    @Test
    void theListOfSumsIsWrittenAgain() {
        stage.publish(plan, build(1), ONCE);
        delete(COMMIT + "SHA256SUMS");

        stage.publish(plan, build(2), ONCE);

        assertThat(stage.sent).isEmpty();
        assertThat(stage.events).containsExactly(new PublishEvent.IdenticalSetSkipped(ADDRESS, "GitHub Actions 1"));
        stage.set(COMMIT).assertComplete();
    }

    @Test
    void anExistingSetTakesTwoRequests() {
        stage.publish(plan, build(1), ONCE);

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), ProxyScript.passAll())) {
            stage.publish(proxy.endpoint(), plan, build(2), ONCE);

            assertThat(proxy.requests())
                    .extracting(request -> request.method() + " " + request.path())
                    .containsExactly("GET /builds/" + COMMIT + "manifest.json", "GET /builds");
        }
    }

    /** It has changed while the objects were listed, after it was compared. */
    @Test
    void aFileThatChangesBeforeItIsSentAgainFails() {
        stage.publish(plan, build(1), ONCE);
        delete(key("gone.txt"));
        ProxyScript changing = request -> {
            if (request.path().equals("/builds")) {
                stage.output("gone.txt", "GONE");
            }
            return ProxyAction.pass();
        };

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), changing)) {
            assertThatThrownBy(() -> stage.publish(proxy.endpoint(), plan, build(2), ONCE))
                    .isInstanceOfSatisfying(PlanException.class, e -> {
                        assertThat(e.fault()).isEqualTo(PlanException.Fault.CHANGED);
                        assertThat(e.name()).isEqualTo("gone.txt");
                    });
        }
    }

    @Test
    void nothingIsWrittenOutsideOfThePrefix() {
        stage.publish(plan, build(1), ONCE.in(Layout.BY_BUILD));
        String manifest = stage.set(COMMIT).manifest().toString();
        put(COMMIT + "manifest.json", manifest.replace(key("gone.txt"), "artifacts/acme/other/gone.txt.gz"));

        stage.publish(plan, build(2), ONCE.in(Layout.BY_BUILD));

        assertThat(stage.sent).isEmpty();
        assertThat(stage.events).containsExactly(new PublishEvent.IdenticalSetSkipped(ADDRESS, "GitHub Actions 1"));
    }

    @Test
    void credentialsThatMayNotListGetANoticeAndUploadNothing() {
        stage.publish(plan, build(1), ONCE);
        ProxyScript noListing =
                ProxyScript.always(request -> request.path().equals("/builds"), ProxyAction.error(403, "AccessDenied"));

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), noListing)) {
            stage.publish(proxy.endpoint(), plan, build(2), ONCE);
        }

        assertThat(stage.sent).isEmpty();
        assertThat(stage.events)
                .containsExactly(
                        new PublishEvent.MissingObjectsUnknown(ADDRESS),
                        new PublishEvent.IdenticalSetSkipped(ADDRESS, "GitHub Actions 1"));
    }

    private String key(String name) {
        return stage.set(COMMIT).object(name).get("key").getAsString();
    }

    private void delete(String key) {
        stage.server.client().deleteObject(delete -> delete.bucket("builds").key(key));
    }

    private void put(String key, String text) {
        stage.server.client().putObject(put -> put.bucket("builds").key(key), RequestBody.fromString(text));
    }
}
