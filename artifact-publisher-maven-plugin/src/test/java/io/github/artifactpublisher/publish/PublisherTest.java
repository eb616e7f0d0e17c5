package io.github.artifactpublisher.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.integrity.IntegrityException.Mismatch;
import io.github.artifactpublisher.integrity.VerificationMethod;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.Builds;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.plan.PlanException;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.PublishedSet;
import io.github.artifactpublisher.testing.RecordedRequest;
import io.github.artifactpublisher.testing.S3Server;
import io.github.artifactpublisher.testing.ScriptedProxy;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.TransferLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whole publications to S3Proxy, with faults made by a proxy in front of it. */
class PublisherTest {
    private static final KeyPrefix MAIN = new KeyPrefix("artifacts/acme/app/main");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private static final BuildFacts BUILD = Builds.of(
            Optional.of("acme/app"),
            Optional.of("main"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("a".repeat(40)),
            "GitHub Actions",
            Optional.of("7"),
            Optional.empty(),
            Map.of("artifact-publisher", "test"));

    @TempDir
    Path folder;

    private S3Server server;
    private static final String WRONG = "\"" + "0".repeat(32) + "\"";

    private final List<Mismatch> mismatches = Collections.synchronizedList(new ArrayList<>());
    private final List<PublishedObject> uploaded = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void start() {
        server = S3Server.start(folder.resolve("s3")).createBucket("builds");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSetIsObjectsThenSumsThenTheManifest() throws IOException {
        Output jar = output("app-1.0.jar", "jar ".repeat(1000));
        Output compressed = output("app-1.0.tar.gz", gzipOf("tar"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), ProxyScript.passAll())) {
            publish(proxy.endpoint(), Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(jar, compressed)));

            assertThat(puts(proxy).subList(2, 5))
                    .as("the second SHA256SUMS tests whether the store enforces conditions")
                    .containsExactly(
                            "/builds/" + MAIN + "SHA256SUMS",
                            "/builds/" + MAIN + "SHA256SUMS",
                            "/builds/" + MAIN + "manifest.json");
        }
        PublishedSet set = PublishedSet.in(server.client(), "builds", MAIN.toString());
        set.assertComplete();
        set.assertHolds("app-1.0.jar", jar.file());
        assertThat(set.keys())
                .containsExactlyInAnyOrder(
                        MAIN + "SHA256SUMS", MAIN + "app-1.0.jar.gz", MAIN + "app-1.0.tar.gz", MAIN + "manifest.json");
        assertThat(set.object("app-1.0.tar.gz").get("encoding").getAsString()).isEqualTo("identity");
        assertThat(set.manifest().get("publishedAt").getAsString()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(uploaded).extracting(PublishedObject::method).containsOnly(VerificationMethod.ETAG);
    }

    @Test
    void eachTargetGetsTheWholeSet() throws IOException {
        KeyPrefix commit = new KeyPrefix("artifacts/acme/app/commits/aaaaaaaa");

        publish(
                server.endpoint(),
                Plan.of(TestOptions.targets(MAIN, commit), TestOptions.PLAN, List.of(output("app.jar", "jar"))));

        PublishedSet.in(server.client(), "builds", MAIN.toString()).assertComplete();
        PublishedSet.in(server.client(), "builds", commit.toString()).assertComplete();
    }

    @Test
    void aFlippedByteIsNoticedByTheServerAndSentAgain() throws IOException {
        ProxyScript once = ProxyScript.first(1, ProxyScript.put("app.jar.gz"), ProxyAction.flipByte());
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), once)) {
            publish(
                    proxy.endpoint(),
                    Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(output("app.jar", "jar"))));
        }

        assertThat(mismatches).hasSize(1);
        PublishedSet.in(server.client(), "builds", MAIN.toString()).assertComplete();
    }

    @Test
    void aByteThatIsAlwaysFlippedFailsWithoutAManifest() throws IOException {
        ProxyScript always = ProxyScript.always(ProxyScript.put("app.jar.gz"), ProxyAction.flipByte());
        Output jar = output("app.jar", "jar");
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), always)) {
            Plan plan = Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(jar));
            IntegrityException failure =
                    catchThrowableOfType(IntegrityException.class, () -> publish(proxy.endpoint(), plan));

            assertThat(failure.file()).isEqualTo(jar.file().toString());
            assertThat(failure.location()).isEqualTo("s3://builds/" + MAIN + "app.jar.gz");
            assertThat(failure).isNotNull();
            assertThat(failure.mismatch().measure()).contains("Content-MD5");
        }
        PublishedSet.in(server.client(), "builds", MAIN.toString()).assertNothing();
    }

    @Test
    void aWrongETagOfRightBytesIsNoFailure() throws IOException {
        ProxyScript lying = ProxyScript.always(ProxyScript.put(""), ProxyAction.rewriteResponseHeader("ETag", WRONG));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), lying)) {
            publish(
                    proxy.endpoint(),
                    Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(output("app.jar", "jar"))));
        }

        assertThat(uploaded).extracting(PublishedObject::method).containsOnly(VerificationMethod.SHA256);
        assertThat(mismatches).isEmpty();
        PublishedSet.in(server.client(), "builds", MAIN.toString()).assertComplete();
    }

    @Test
    void withoutASha256TheBytesAreReadBack() throws IOException {
        AtomicReference<ScriptedProxy> seen = new AtomicReference<>();
        ProxyScript silent = request -> request.method().equals("HEAD")
                ? ProxyAction.answer(200, Map.of("ETag", "\"" + md5OfJar(seen.get()) + "\""), "")
                : answerWithoutSha256(request, ProxyAction.pass());
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), silent)) {
            seen.set(proxy);
            publish(
                    proxy.endpoint(),
                    Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(output("app.jar", "jar"))));
        }

        assertThat(uploaded).extracting(PublishedObject::method).containsOnly(VerificationMethod.READ_BACK);
        PublishedSet.in(server.client(), "builds", MAIN.toString()).assertComplete();
    }

    @Test
    void aWrongETagOfWrongBytesFailsWithBothValues() throws IOException {
        String others = "other bytes";
        ProxyScript lying = request -> answerWithoutSha256(request, objectOf(others));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), lying)) {
            Mismatch mismatch = mismatch(proxy, "app.jar");

            assertThat(mismatch.measure()).isEqualTo("SHA-256 of the bytes read back");
            assertThat(mismatch.received())
                    .isEqualTo(Digests.of(others.getBytes(UTF_8)).sha256().hex());
            assertThat(mismatch.expected()).hasSize(64).isNotEqualTo(mismatch.received());
        }
        assertThat(mismatches).hasSize(1);
        PublishedSet.in(server.client(), "builds", MAIN.toString()).assertNoManifest();
    }

    /** The answer to a GET of an object with these bytes, without an ETag. */
    static ProxyAction objectOf(String bytes) {
        return ProxyAction.answer(200, Map.of("Last-Modified", "Mon, 23 Nov 2026 10:00:00 GMT"), bytes);
    }

    /** The credentials may write and not read: nothing else says that the bytes are right. */
    @Test
    void aWrongETagFailsIfTheStoreHasNoOtherDigest() throws IOException {
        ProxyAction denied = ProxyAction.error(403, "AccessDenied");
        ProxyScript blind = request -> request.method().equals("HEAD") ? denied : answerWithoutSha256(request, denied);
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), blind)) {
            Mismatch mismatch = mismatch(proxy, "app.jar");

            assertThat(mismatch).isEqualTo(new Mismatch("ETag", md5OfJar(proxy), WRONG.replace("\"", "")));
        }
        PublishedSet.in(server.client(), "builds", MAIN.toString()).assertNoManifest();
    }

    /** The answer to the upload of the jar has a wrong ETag and no SHA-256. */
    private static ProxyAction answerWithoutSha256(HttpHead request, ProxyAction get) {
        if (!request.path().endsWith("app.jar.gz")) {
            return ProxyAction.pass();
        }
        return switch (request.method()) {
            case "PUT" -> ProxyAction.replaceResponse(200, Map.of("ETag", WRONG), "");
            case "HEAD" -> ProxyAction.answer(200, Map.of("ETag", WRONG), "");
            default -> get;
        };
    }

    private static String md5OfJar(ScriptedProxy proxy) {
        return proxy.requests().stream()
                .filter(request -> request.path().endsWith("app.jar.gz"))
                .findFirst()
                .orElseThrow()
                .bodyMd5();
    }

    private Mismatch mismatch(ScriptedProxy proxy, String name) throws IOException {
        Plan plan = Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(output(name, "jar")));
        IntegrityException failure =
                catchThrowableOfType(IntegrityException.class, () -> publish(proxy.endpoint(), plan));
        assertThat(failure).isNotNull();
        return failure.mismatch();
    }

    @Test
    void theSetsOwnFilesAreVerifiedToo() throws IOException {
        for (String own : List.of("SHA256SUMS", "manifest.json")) {
            ProxyScript damaging = ProxyScript.always(ProxyScript.put(own), ProxyAction.flipByte());
            Plan plan = Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(output("app.jar", "jar")));
            try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), damaging)) {
                assertThatThrownBy(() -> publish(proxy.endpoint(), plan))
                        .isInstanceOfSatisfying(
                                IntegrityException.class,
                                e -> assertThat(e.location()).isEqualTo("s3://builds/" + MAIN + own));
            }
        }
    }

    /**
     * The older manifest remains until the newer one is written. Its hashes show that an object is not part of its set.
     */
    @Test
    void aSecondPublicationThatFailsLeavesTheOlderManifestWithItsHashes() throws IOException {
        publish(
                server.endpoint(),
                Plan.of(
                        TestOptions.targets(MAIN),
                        TestOptions.PLAN,
                        List.of(output("a.jar", "old"), output("b.jar", "old"))));
        PublishedSet set = PublishedSet.in(server.client(), "builds", MAIN.toString());
        String older = set.manifest().toString();
        Plan newer = Plan.of(
                TestOptions.targets(MAIN), TestOptions.PLAN, List.of(output("a.jar", "new"), output("b.jar", "new")));
        ProxyScript refusing = ProxyScript.always(ProxyScript.put("b.jar.gz"), ProxyAction.error(403, "AccessDenied"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), refusing)) {
            assertThatThrownBy(() -> publish(proxy.endpoint(), newer)).isInstanceOf(StoreException.class);
        }

        assertThat(set.manifest()).hasToString(older);
    }

    @Test
    void ifTheETagIsNotComparableTheSha256IsCompared() throws IOException {
        ProxyScript kms = ProxyScript.always(
                ProxyScript.put(""), ProxyAction.rewriteResponseHeader("x-amz-server-side-encryption", "aws:kms"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), kms)) {
            publish(
                    proxy.endpoint(),
                    Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(output("app.jar", "jar"))));
        }

        assertThat(uploaded).extracting(PublishedObject::method).containsOnly(VerificationMethod.SHA256);
        PublishedSet set = PublishedSet.in(server.client(), "builds", MAIN.toString());
        assertThat(set.object("app.jar")
                        .getAsJsonObject("stored")
                        .get("verifiedBy")
                        .getAsString())
                .isEqualTo("sha256");
    }

    @Test
    void anUnchangedFileThatIsSentAgainGivesTheSameObject() throws IOException {
        Plan plan = Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(output("app.jar", "jar")));

        publish(server.endpoint(), plan);
        Files.setLastModifiedTime(folder.resolve("app.jar"), FileTime.fromMillis(0));
        publisher(server.endpoint(), "builds")
                .publish(plan, BUILD, TestOptions.DEFAULTS.forced().options());

        assertThat(uploaded).hasSize(2);
        assertThat(uploaded.get(0).stored()).isEqualTo(uploaded.get(1).stored());
    }

    @Test
    void nothingIsSentIfTheBucketIsMissing() throws IOException {
        Plan plan = Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(output("app.jar", "jar")));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), ProxyScript.passAll())) {
            Publisher publisher = publisher(proxy.endpoint(), "no-such-bucket");

            assertThatThrownBy(() -> publisher.publish(plan, BUILD, TestOptions.DEFAULTS.options()))
                    .isInstanceOf(StoreException.class);

            assertThat(puts(proxy)).isEmpty();
        }
    }

    @Test
    void credentialsThatMayOnlyWriteAreEnough() throws IOException {
        ProxyScript noReading =
                ProxyScript.always(request -> request.method().equals("GET"), ProxyAction.error(403, "AccessDenied"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), noReading)) {
            publish(
                    proxy.endpoint(),
                    Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(output("app.jar", "jar"))));
        }

        PublishedSet.in(server.client(), "builds", MAIN.toString()).assertComplete();
    }

    @Test
    void oneObjectThatIsRefusedEndsThePublicationWithoutAManifest() throws IOException {
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            outputs.add(output("file-" + i + ".txt", "text " + i));
        }
        ProxyScript refusing =
                ProxyScript.always(ProxyScript.put("file-7.txt.gz"), ProxyAction.error(403, "AccessDenied"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), refusing)) {
            assertThatThrownBy(() ->
                            publish(proxy.endpoint(), Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, outputs)))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.facts().location()).endsWith("file-7.txt.gz"));
        }

        PublishedSet.in(server.client(), "builds", MAIN.toString()).assertNoManifest();
    }

    /** A file of Linux's proc has another size than can be read from it, just as one that is being written. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatIsWrittenWhileItIsReadIsNamed() throws IOException {
        Path written = Path.of("/proc/self/status");
        Output output = new Output(written, "status", false, Optional.empty());

        PlanException failure = catchThrowableOfType(
                PlanException.class,
                () -> publish(
                        server.endpoint(), Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(output))));

        assertThat(failure).isNotNull();
        assertThat(failure.fault()).isEqualTo(PlanException.Fault.CHANGED);
        assertThat(failure.files()).containsExactly(written);
        PublishedSet.in(server.client(), "builds", MAIN.toString()).assertNothing();
    }

    private void publish(URI endpoint, Plan plan) {
        publisher(endpoint, "builds").publish(plan, BUILD, TestOptions.DEFAULTS.options());
    }

    private Publisher publisher(URI endpoint, String bucket) {
        PublishListener listener = new PublishListener() {
            @Override
            public void uploaded(PublishedObject object) {
                uploaded.add(object);
            }

            @Override
            public void uploadedAgain(ObjectKey key, Mismatch mismatch) {
                mismatches.add(mismatch);
            }

            @Override
            public void copyDiffers(ObjectKey key, Mismatch mismatch) {
                throw new AssertionError(key + ": " + mismatch);
            }

            @Override
            public void abortFailed(ObjectKey key, RuntimeException cause) {
                throw new AssertionError(key.value(), cause);
            }
        };
        return TestPublisher.to(endpoint, bucket, listener, new TransferLimits(64 << 20, 16 << 20, 5), CLOCK);
    }

    private Output output(String name, String text) throws IOException {
        return output(name, text.getBytes(UTF_8));
    }

    private Output output(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return Output.of(file, name, Optional.empty());
    }

    private static byte[] gzipOf(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private static List<String> puts(ScriptedProxy proxy) {
        return proxy.requests().stream()
                .filter(request -> request.method().equals("PUT"))
                .map(RecordedRequest::path)
                .toList();
    }
}
