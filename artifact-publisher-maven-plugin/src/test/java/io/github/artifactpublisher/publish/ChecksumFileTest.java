package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.CHECKSUMS;
import static io.github.artifactpublisher.publish.PublishStage.DENIED;
import static io.github.artifactpublisher.publish.PublishStage.LISTING;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static io.github.artifactpublisher.publish.PublishStage.MANIFEST;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.integrity.IntegrityException;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SHA256SUMS belongs to the manifest that exists, also after a failure or another build. */
class ChecksumFileTest {
    private static final TestOptions IN_PLACE = TestOptions.DEFAULTS;
    private static final TestOptions BY_BUILD = IN_PLACE.in(Layout.BY_BUILD);
    private static final KeyPrefix COMMIT = new KeyPrefix("artifacts/acme/app/commits/aaaaaaaa");
    private static final TestOptions ONCE = IN_PLACE.once(Set.of(COMMIT));

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
    void restoresTheFileIfTheManifestIsDenied() {
        assertThatThrownBy(() -> publishSecond(ProxyScript.always(MANIFEST, DENIED)))
                .isInstanceOf(StoreException.class);

        assertIsOfBuild("1");
    }

    @Test
    void restoresTheFileIfTheManifestIsInConflict() {
        ProxyAction conflict = ProxyAction.error(409, "ConditionalRequestConflict");

        assertThatThrownBy(() -> publishSecond(ProxyScript.always(MANIFEST, conflict)))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        e -> assertThat(e.kind()).isEqualTo(ConflictException.Kind.WRITE_REFUSED));

        assertIsOfBuild("1");
    }

    @Test
    void restoresTheFileIfTheManifestArrivesDamagedTwice() {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), BY_BUILD);
        Plan plan = plan(stage.output("a.txt", "text"));
        ProxyScript damaged = ProxyScript.always(MANIFEST, ProxyAction.error(400, "BadDigest"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), damaged)) {
            Publisher publisher = TestPublisher.to(proxy.endpoint(), new NoListener());

            assertThatThrownBy(() -> publisher.publish(plan, build(2), BY_BUILD.options()))
                    .isInstanceOf(IntegrityException.class);
        }

        assertIsOfBuild("1");
    }

    private void publishSecond(ProxyScript script) {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), BY_BUILD);
        stage.publish(script, plan(stage.output("a.txt", "changed")), build(2), BY_BUILD);
    }

    /** The first attempt has written the file, and the second fails while it uploads. */
    @Test
    void restoresTheFileIfTheSecondAttemptFails() {
        Output same = stage.output("c.txt", "c");
        stage.publish(plan(same), build(1), BY_BUILD);
        Plan ours = plan(stage.output("a.txt", "ours"), same);
        Plan others = plan(stage.output("b.txt", "others"));
        Predicate<HttpHead> uploadAfterwards = ProxyScript.after(CHECKSUMS, ProxyScript.put("c.txt.gz"));
        ProxyScript script = ProxyScript.before(
                        CHECKSUMS, 1, () -> stage.publishBeside(stage.server.endpoint(), others, build(2), BY_BUILD))
                .then(ProxyScript.always(uploadAfterwards, DENIED));

        assertThatThrownBy(() -> stage.publish(script, ours, build(3), BY_BUILD))
                .isInstanceOf(StoreException.class);

        assertIsOfBuild("2");
    }

    private void assertIsOfBuild(String number) {
        assertThat(stage.publishedBuild()).isEqualTo(number);
        stage.set().assertWhole();
    }

    /** Another build has restored the file of the set before, just before this manifest is written. */
    @ParameterizedTest
    @EnumSource(Layout.class)
    void correctsTheFileIfAnotherBuildHasOverwrittenIt(Layout layout) {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), IN_PLACE.in(layout));

        stage.publish(
                ProxyScript.before(MANIFEST, 1, () -> stage.overwrite("SHA256SUMS", "another's")),
                plan(stage.output("a.txt", "text")),
                build(2),
                IN_PLACE.in(layout));

        stage.set().assertWhole();
    }

    /** As in a bucket whose ETags are not MD5s (KMS). */
    @Test
    void inPlaceItIsRecognizedByTheETagOfItsUpload() {
        String etag = "0123456789abcdef0123456789abcdef";
        Predicate<HttpHead> upload =
                CHECKSUMS.and(request -> request.header("If-Match").isEmpty());
        ProxyScript opaque = ProxyScript.always(
                        upload,
                        ProxyAction.replaceResponse(
                                200, Map.of("ETag", "\"" + etag + "\"", "x-amz-server-side-encryption", "aws:kms"), ""))
                .then(ProxyScript.always(LISTING, request -> listing("SHA256SUMS", etag)));

        stage.publish(opaque, plan(stage.output("a.txt", "text")), build(1), IN_PLACE);

        assertThat(stage.requests(request -> true).stream().dropWhile(request -> !MANIFEST.test(request.head())))
                .as("the manifest and the listing; the file is not read")
                .extracting(request -> request.method() + " " + request.path())
                .containsExactly("PUT /builds/" + MAIN + "manifest.json", "GET /builds");
        assertThat(stage.events).isEmpty();
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

    /** The set is complete then, so a server that fails for a moment is no reason to fail the build. */
    @Test
    void theCheckAfterTheManifestIsRetried() {
        ProxyScript failing = ProxyScript.first(
                3,
                request -> request.method().equals("GET") && request.path().endsWith("SHA256SUMS"),
                ProxyAction.error(503, "ServiceUnavailable"));

        var sets = stage.publish(failing, plan(stage.output("a.txt", "text")), build(1), BY_BUILD);

        assertThat(sets).hasSize(1);
        stage.set().assertComplete();
    }

    /** Credentials that may not read do not overwrite the file of a set that is written once. */
    @Test
    void theChecksumFileOfAWriteOnceSetIsNotReplaced() {
        stage.publish(commit(stage.output("a.txt", "text")), build(1), ONCE);
        ProxyScript writeOnly = ProxyScript.always(request -> request.method().equals("GET"), DENIED);
        Plan other = commit(stage.output("a.txt", "other"));

        assertThatThrownBy(() -> stage.publish(writeOnly, other, build(2), ONCE))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        e -> assertThat(e.kind()).isEqualTo(ConflictException.Kind.UNREADABLE_MANIFEST));

        stage.set(COMMIT).assertWhole();
    }

    private static Plan commit(Output... outputs) {
        return Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(outputs));
    }
}
