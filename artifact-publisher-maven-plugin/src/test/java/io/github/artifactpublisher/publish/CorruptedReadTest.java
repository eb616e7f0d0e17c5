package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.manifest.ManifestException;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** Objects that are damaged on their way from the store. */
class CorruptedReadTest {
    private static final TestOptions IN_PLACE = TestOptions.DEFAULTS;
    /** The ETag looks like an MD5 and is none. */
    private static final Map<String, String> KMS = Map.of("x-amz-server-side-encryption", "aws:kms");

    private PublishStage stage;
    private Output file;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
        file = stage.output("a.txt", "text");
        stage.publish(plan(file), build(1), IN_PLACE);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private static boolean isRead(HttpHead request) {
        return request.method().equals("GET") && request.path().endsWith("manifest.json");
    }

    /** One hex digit of the SHA-256 of an object. */
    private static byte[] flipped(byte[] manifest) {
        String text = new String(manifest, UTF_8);
        int digit = text.lastIndexOf("\"sha256\": \"") + "\"sha256\": \"".length();
        byte[] flipped = manifest.clone();
        flipped[digit] = (byte) (flipped[digit] == 'a' ? 'b' : 'a');
        return flipped;
    }

    private static ProxyAction flip(Map<String, String> headers) {
        return ProxyAction.rewriteResponse(headers, CorruptedReadTest::flipped);
    }

    private long publish(ProxyScript script) {
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), script)) {
            stage.publish(proxy.endpoint(), plan(file, stage.output("b.txt", "more")), build(2), IN_PLACE);
            return proxy.requests().stream()
                    .filter(request -> isRead(request.head()))
                    .count();
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void aDigestThatIsDamagedOnceIsReadAgain(Layout layout) {
        ProxyScript once = ProxyScript.first(1, CorruptedReadTest::isRead, flip(Map.of()));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), once)) {
            stage.publish(proxy.endpoint(), plan(file, stage.output("b.txt", "b")), build(2), IN_PLACE.in(layout));
        }

        stage.set().assertWhole();
        assertThat(stage.publishedBuild()).isEqualTo("2");
    }

    @Test
    void oneThatIsDamagedEachTimeFailsTheBuildBeforeAnythingIsWritten() {
        Map<String, String> before = stage.set().eTags();

        assertThatThrownBy(() -> publish(ProxyScript.always(CorruptedReadTest::isRead, flip(Map.of()))))
                .isInstanceOfSatisfying(StoreException.class, e -> {
                    assertThat(e.kind()).isEqualTo(Kind.READ_DAMAGED);
                    assertThat(e.facts().message().orElseThrow()).contains("ETag ", "MD5 of the bytes ");
                });
        assertThat(stage.set().eTags()).isEqualTo(before);
    }

    /** Its own metadata has the SHA-256. */
    @Test
    void theStoredSha256IsComparedIfTheETagIsNoMd5() {
        assertThat(publish(ProxyScript.always(
                        CorruptedReadTest::isRead, ProxyAction.rewriteResponse(KMS, UnaryOperator.identity()))))
                .as("reads")
                .isEqualTo(1);
        assertThatThrownBy(() -> publish(ProxyScript.always(CorruptedReadTest::isRead, flip(KMS))))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.READ_DAMAGED));
        publish(ProxyScript.first(2, CorruptedReadTest::isRead, flip(KMS)));
        stage.set().assertWhole();
    }

    /** As a manifest of an earlier version, in a bucket that encrypts by a key of KMS. */
    @Test
    void withoutThatTheChecksumOfTheStoreIsAskedFor() {
        withoutMetadata();
        byte[] manifest = manifest();
        String sha256 = Base64.getEncoder()
                .encodeToString(
                        HexFormat.of().parseHex(Digests.of(manifest).sha256().hex()));
        ProxyScript answering = request -> !isRead(request)
                ? ProxyAction.pass()
                : ProxyAction.rewriteResponse(
                        request.header("x-amz-checksum-mode").isPresent() ? with(KMS, sha256) : KMS,
                        CorruptedReadTest::flipped);
        assertThatThrownBy(() -> publish(answering))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.READ_DAMAGED));

        ProxyScript right = request -> !isRead(request)
                ? ProxyAction.pass()
                : ProxyAction.rewriteResponse(
                        request.header("x-amz-checksum-mode").isPresent() ? with(KMS, sha256) : KMS,
                        UnaryOperator.identity());
        assertThat(publish(right)).as("reads").isEqualTo(2);
    }

    private static Map<String, String> with(Map<String, String> headers, String sha256) {
        Map<String, String> more = new HashMap<>(headers);
        more.put("x-amz-checksum-sha256", sha256);
        return more;
    }

    @Test
    void twoReadsMustAgreeIfTheStoreHasNoDigest() {
        withoutMetadata();
        ProxyScript refusing = request -> {
            if (isRead(request) && request.header("x-amz-checksum-mode").isPresent()) {
                return ProxyAction.error(400, "InvalidArgument");
            }
            return isRead(request) ? ProxyAction.rewriteResponse(KMS, UnaryOperator.identity()) : ProxyAction.pass();
        };
        assertThat(publish(refusing)).as("one of three is refused").isEqualTo(3);
        stage.set().assertWhole();
    }

    private void withoutMetadata() {
        byte[] manifest = manifest();
        stage.server
                .client()
                .putObject(put -> put.bucket("builds").key(MAIN + "manifest.json"), RequestBody.fromBytes(manifest));
    }

    private byte[] manifest() {
        return stage.server
                .client()
                .getObjectAsBytes(get -> get.bucket("builds").key(MAIN + "manifest.json"))
                .asByteArray();
    }

    /** It is not a manifest of ours, and would fill the memory. */
    @Test
    void aManifestOfMoreThan64MiBIsNotRead() {
        stage.server
                .client()
                .putObject(
                        put -> put.bucket("builds").key(MAIN + "manifest.json"),
                        RequestBody.fromBytes(new byte[ObjectStore.MAX_READ_BYTES + 1]));
        Plan plan = plan(file);

        assertThatThrownBy(() -> stage.publish(plan, build(2), IN_PLACE))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        e -> assertThat(e.reason()).isEqualTo("has more than 64 MiB and was not read"));
        stage.publish(plan, build(3), IN_PLACE.forced());
        assertThat(stage.publishedBuild()).isEqualTo("3");
        assertThat(stage.events)
                .isEqualTo(List.of(new PublishEvent.InvalidManifestOverwritten(
                        "s3://builds/" + MAIN + "manifest.json", "has more than 64 MiB and was not read")));
    }
}
