package io.github.artifactpublisher.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.integrity.IntegrityException.Mismatch;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.Builds;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.PublishedSet;
import io.github.artifactpublisher.testing.S3Server;
import io.github.artifactpublisher.testing.ScriptedProxy;
import io.github.artifactpublisher.testing.TlsFront;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.TransferLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With https, the signature does not cover the body, so only Content-MD5 lets the server detect a changed byte. */
class HttpsIntegrityTest {
    private static final KeyPrefix MAIN = new KeyPrefix("artifacts/acme/app/main");
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

    @TempDir
    Path folder;

    private S3Server server;
    private final List<Mismatch> mismatches = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void start() {
        server = S3Server.start(folder.resolve("s3")).createBucket("builds");
    }

    @AfterEach
    void stop() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE_PASSWORD);
        server.close();
    }

    @Test
    void aFlippedByteIsABadDigestAndIsSentAgain() throws IOException {
        publish(ProxyScript.first(1, ProxyScript.put("app.jar.gz"), ProxyAction.flipByte()));

        assertThat(mismatches).hasSize(1).first().satisfies(mismatch -> {
            assertThat(mismatch.measure()).contains("Content-MD5");
            assertThat(mismatch.received()).isEqualTo("BadDigest");
        });
        PublishedSet.in(server.client(), "builds", MAIN.toString()).assertComplete();
    }

    @Test
    void aByteThatIsAlwaysFlippedFailsWithoutAManifest() {
        ProxyScript always = ProxyScript.always(ProxyScript.put("app.jar.gz"), ProxyAction.flipByte());

        IntegrityException failure = catchThrowableOfType(IntegrityException.class, () -> publish(always));

        assertThat(failure.mismatch().received()).isEqualTo("BadDigest");
        PublishedSet.in(server.client(), "builds", MAIN.toString()).assertNothing();
    }

    @Test
    void aFlippedByteInAnyPartIsABadDigestAndThatPartIsSentAgain() throws IOException {
        for (int part = 1; part <= 3; part++) {
            mismatches.clear();

            publish(ProxyScript.first(1, part(part), ProxyAction.flipByte()), threeParts(), 4);

            assertThat(mismatches)
                    .containsExactly(new Mismatch(
                            "part " + part + ": the server's check of the body (Content-MD5)",
                            mismatches.get(0).expected(),
                            "BadDigest"));
            PublishedSet.in(server.client(), "builds", MAIN.toString()).assertComplete();
        }
    }

    @Test
    void aPartThatIsAlwaysFlippedLeavesNothing() {
        ProxyScript always = ProxyScript.always(part(3), ProxyAction.flipByte());

        IntegrityException failure =
                catchThrowableOfType(IntegrityException.class, () -> publish(always, threeParts(), 4));

        assertThat(failure.mismatch().measure()).startsWith("part 3: ");
        assertThat(failure.mismatch().received()).isEqualTo("BadDigest");
        PublishedSet.in(server.client(), "builds", MAIN.toString()).assertNothing();
        assertThat(server.client()
                        .listMultipartUploads(request -> request.bucket("builds"))
                        .uploads())
                .isEmpty();
    }

    private static Predicate<HttpHead> part(int number) {
        return request -> request.query().contains("partNumber=" + number);
    }

    private static byte[] threeParts() {
        byte[] bytes = new byte[12 << 20];
        new Random(4).nextBytes(bytes);
        return bytes;
    }

    private void publish(ProxyScript script) throws IOException {
        publish(script, "jar".getBytes(UTF_8), 2);
    }

    /** Asserts of all requests with a body, which are to be so many, that their signature does not cover it. */
    private void publish(ProxyScript script, byte[] jar, int bodies) throws IOException {
        Path file = Files.write(folder.resolve("app.jar"), jar);
        Plan plan = Plan.of(
                TestOptions.targets(MAIN), TestOptions.PLAN, List.of(Output.of(file, "app.jar", Optional.empty())));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                TlsFront tls = TlsFront.inFrontOf(proxy.endpoint(), Files.createTempDirectory(folder, "tls"))) {
            System.setProperty(TRUST_STORE, tls.trustStore().toString());
            System.setProperty(TRUST_STORE_PASSWORD, "changeit");
            try {
                TestPublisher.to(tls.endpoint(), new Listener(), new TransferLimits(10 << 20, 5 << 20, 1))
                        .publish(plan, BUILD, TestOptions.DEFAULTS.forced().options());
            } finally {
                assertThat(proxy.requests())
                        .filteredOn(request -> request.path().endsWith("app.jar.gz")
                                && request.method().equals("PUT"))
                        .allSatisfy(request -> assertThat(request.head().header("x-amz-content-sha256"))
                                .contains("UNSIGNED-PAYLOAD"))
                        .hasSize(bodies);
            }
        }
    }

    private static final BuildFacts BUILD = Builds.of(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "no CI server",
            Optional.empty(),
            Optional.empty(),
            Map.of());

    private final class Listener implements PublishListener {
        @Override
        public void uploaded(PublishedObject object) {}

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
    }
}
