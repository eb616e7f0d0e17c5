package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.integrity.IntegrityException.ManifestState;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** An object that is damaged twice fails the publication, with the state of the manifest. */
class IntegrityFailureTest {
    private static final KeyPrefix COMMIT = new KeyPrefix("artifacts/acme/app/commits/aaaaaaaa");
    private static final TestOptions ONCE = TestOptions.DEFAULTS.once(Set.of(COMMIT));
    private static final ProxyAction DAMAGED = ProxyAction.error(400, "BadDigest");
    private static final Predicate<HttpHead> MANIFEST = ProxyScript.put("manifest.json");
    private static final Predicate<HttpHead> FILE = ProxyScript.put("a.txt.gz");

    private PublishStage stage;
    private Plan plan;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
        plan = plan(stage.output("a.txt", "text"));
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void beforeTheManifestItIsNotWritten() {
        assertThat(failure(ProxyScript.always(FILE, DAMAGED), plan, TestOptions.DEFAULTS)
                        .manifest())
                .isEqualTo(ManifestState.NOT_WRITTEN);
        stage.set().assertNoManifest();
    }

    @Test
    void ofTheManifestItselfNothingIsSaidForCertain() {
        assertThat(failure(ProxyScript.always(MANIFEST, DAMAGED), plan, TestOptions.DEFAULTS)
                        .manifest())
                .isEqualTo(ManifestState.UNCERTAIN);
    }

    /** Another build replaces the object just when the manifest is written. */
    @Test
    void theManifestExistsAfterADamagedRepair() {
        ProxyScript script = afterTheManifest(MAIN + "a.txt.gz", FILE);

        IntegrityException failure = failure(script, plan, TestOptions.DEFAULTS);

        assertThat(failure.manifest()).isEqualTo(ManifestState.WRITTEN);
        assertThat(failure.location()).isEqualTo("s3://builds/" + MAIN + "a.txt.gz");
        assertThat(stage.publishedBuild()).isEqualTo("1");
    }

    @Test
    void theManifestExistsAfterADamagedChecksumFile() {
        ProxyScript script = afterTheManifest(MAIN + "SHA256SUMS", ProxyScript.put("SHA256SUMS"));

        assertThat(failure(script, plan, TestOptions.DEFAULTS).manifest()).isEqualTo(ManifestState.WRITTEN);
        assertThat(stage.publishedBuild()).isEqualTo("1");
    }

    @Test
    void theManifestExistsAfterADamagedUploadOfAMissingObject() {
        Plan once = Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(stage.output("a.txt", "text")));
        stage.publish(once, build(1), ONCE);
        stage.server.client().deleteObject(delete -> delete.bucket("builds").key(COMMIT + "a.txt.gz"));

        assertThat(failure(ProxyScript.always(FILE, DAMAGED), once, ONCE).manifest())
                .isEqualTo(ManifestState.WRITTEN);
    }

    /** A killed run left other bytes there, which are overwritten after the manifest is written. */
    @Test
    void theManifestExistsAfterADamagedCopyToTheUsualKey() {
        put(COMMIT + "a.txt.gz");
        Plan once = Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(stage.output("a.txt", "text")));
        AtomicBoolean written = new AtomicBoolean();
        ProxyScript script = request -> {
            if (MANIFEST.test(request)) {
                written.set(true);
            }
            return written.get() && FILE.test(request) ? DAMAGED : ProxyAction.pass();
        };

        assertThat(failure(script, once, ONCE).manifest()).isEqualTo(ManifestState.WRITTEN);
        stage.set(COMMIT).assertWhole();
    }

    /** When the manifest has been sent, a stranger writes this key, and what is then sent there arrives damaged. */
    private ProxyScript afterTheManifest(String key, Predicate<HttpHead> sent) {
        AtomicBoolean written = new AtomicBoolean();
        AtomicBoolean replaced = new AtomicBoolean();
        return request -> {
            if (MANIFEST.test(request)) {
                written.set(true);
            } else if (written.get() && !replaced.getAndSet(true)) {
                put(key);
            }
            return replaced.get() && sent.test(request) ? DAMAGED : ProxyAction.pass();
        };
    }

    private void put(String key) {
        stage.server.client().putObject(put -> put.bucket("builds").key(key), RequestBody.fromString("stranger"));
    }

    private IntegrityException failure(ProxyScript script, Plan published, TestOptions options) {
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), script)) {
            Publisher publisher = TestPublisher.to(proxy.endpoint(), new NoListener());
            return catchThrowableOfType(
                    IntegrityException.class,
                    () -> publisher.publish(options.plan(published), build(1), options.options()));
        }
    }
}
