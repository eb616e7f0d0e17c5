package io.github.artifactpublisher.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import io.github.artifactpublisher.concurrent.InterruptedOperationException;
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
import io.github.artifactpublisher.testing.TestAttributes;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.TransferLimits;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects larger than the threshold, on S3Proxy, with faults made by a proxy in front of it. */
class MultipartTest {
    private static final KeyPrefix MAIN = new KeyPrefix("artifacts/acme/app/main");
    private static final KeyPrefix COMMIT = new KeyPrefix("artifacts/acme/app/commits/aaaaaaaa");
    private static final int PART = 5 << 20;
    private static final int SMALL = 12;

    /** The least that is allowed: one part is sent, or one is made. */
    private static final TransferLimits LEAST =
            new TransferLimits(TransferLimits.MIN_MEMORY, TransferLimits.MIN_THRESHOLD, 4);

    private static final ProxyAction KMS = ProxyAction.rewriteResponseHeader("x-amz-server-side-encryption", "aws:kms");

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

    @TempDir
    Path folder;

    private S3Server server;
    private final List<Mismatch> mismatches = Collections.synchronizedList(new ArrayList<>());
    private final List<Mismatch> copyMismatches = Collections.synchronizedList(new ArrayList<>());
    private final List<PublishedObject> uploaded = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch smallOnesAreUploaded = new CountDownLatch(SMALL);
    private final AtomicReference<RuntimeException> abortFailure = new AtomicReference<>();

    @BeforeEach
    void start() {
        server = S3Server.start(folder.resolve("s3")).createBucket("builds");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PART - 1, PART, PART + 1, 2 * PART - 1, 2 * PART, 2 * PART + 1, 3 * PART})
    void whateverTheSizeTheObjectIsRight(int size) throws IOException {
        Output output = stored("data.bin", size);

        publish(server.endpoint(), plan(output));

        set(MAIN).assertComplete().assertHolds("data.bin", output.file());
        int parts = (size + PART - 1) / PART;
        assertThat(etag("data.bin")).matches(size <= PART ? "[0-9a-f]{32}" : "[0-9a-f]{32}-" + parts);
        assertThat(uploaded)
                .extracting(PublishedObject::method)
                .containsOnly(size <= PART ? VerificationMethod.ETAG : VerificationMethod.ETAG_OF_PARTS);
        assertNoPendingUpload();
    }

    @Test
    void aLargeFileThatCompressesWellIsUploadedInOneRequest() throws IOException {
        Output zeros =
                Output.of(Files.write(folder.resolve("zeros.log"), new byte[20 << 20]), "zeros.log", Optional.empty());

        publish(server.endpoint(), plan(zeros));

        set(MAIN).assertComplete().assertHolds("zeros.log", zeros.file());
        assertThat(etag("zeros.log")).matches("[0-9a-f]{32}");
    }

    @Test
    void aFileThatStaysLargeIsUploadedInGzippedParts() throws IOException {
        Output random = gzipped("random.bin", 12 << 20);

        publish(server.endpoint(), plan(random));

        set(MAIN).assertComplete().assertHolds("random.bin", random.file());
        assertThat(etag("random.bin")).endsWith("-3");
        JsonObject stored = set(MAIN).object("random.bin").getAsJsonObject("stored");
        assertThat(stored.get("partSize").getAsInt()).isEqualTo(PART);
        assertThat(stored.get("verifiedBy").getAsString()).isEqualTo("etag-of-parts");
    }

    @Test
    void everyPieceAndEveryPartCarriesItsOwnMd5() throws IOException {
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), ProxyScript.passAll())) {
            publish(proxy.endpoint(), plan(gzipped("large.bin", 12 << 20), gzipped("small.bin", 1000)));

            List<RecordedRequest> puts = proxy.requests().stream()
                    .filter(request -> request.method().equals("PUT"))
                    .toList();
            assertThat(puts).filteredOn(request -> isPart(request.head())).hasSize(3);
            assertThat(puts)
                    .hasSize(7)
                    .allSatisfy(request -> assertThat(request.head().header("Content-MD5"))
                            .as("%s", request)
                            .contains(Base64.getEncoder()
                                    .encodeToString(HexFormat.of().parseHex(request.bodyMd5()))));
        }
    }

    @Test
    void twoTargetsGetTheObjectThatIsSentOnce() throws IOException {
        Output large = gzipped("large.bin", 12 << 20);
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), ProxyScript.passAll())) {
            publish(proxy.endpoint(), Plan.of(TestOptions.targets(MAIN, COMMIT), TestOptions.PLAN, List.of(large)));

            assertThat(proxy.requests())
                    .filteredOn(request -> isPart(request.head()))
                    .hasSize(3);
        }
        for (KeyPrefix target : List.of(MAIN, COMMIT)) {
            JsonObject stored = set(target).object("large.bin").getAsJsonObject("stored");
            assertThat(stored.get("sha256").getAsString())
                    .isEqualTo(uploaded.get(0).stored().sha256().hex());
            assertThat(set(target).assertHolds("large.bin", large.file())).isNotNull();
        }
    }

    @Test
    void anObjectThatCannotBeCopiedIsReadAndUploadedAgain() throws IOException {
        Output large = gzipped("large.bin", 12 << 20);
        ProxyScript noCopy = ProxyScript.always(
                request -> request.header("x-amz-copy-source").isPresent(),
                ProxyAction.answer(501, Map.of(), error("NotImplemented")));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), noCopy)) {
            publish(proxy.endpoint(), Plan.of(TestOptions.targets(MAIN, COMMIT), TestOptions.PLAN, List.of(large)));
        }

        set(MAIN).assertComplete().assertHolds("large.bin", large.file());
        set(COMMIT).assertComplete().assertHolds("large.bin", large.file());
        assertThat(uploaded).extracting(PublishedObject::method).containsOnly(VerificationMethod.ETAG_OF_PARTS);
    }

    @Test
    void aCopyThatDiffersIsReplacedByAnUpload() throws IOException {
        Output large = gzipped("large.bin", 12 << 20);
        ProxyScript otherEtag = ProxyScript.always(
                request -> request.header("x-amz-copy-source").isPresent(),
                ProxyAction.answer(
                        200,
                        Map.of("Content-Type", "application/xml"),
                        "<CopyObjectResult><ETag>\"" + "0".repeat(32) + "-2\"</ETag></CopyObjectResult>"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), otherEtag)) {
            publish(proxy.endpoint(), Plan.of(TestOptions.targets(MAIN, COMMIT), TestOptions.PLAN, List.of(large)));
        }

        set(COMMIT).assertComplete().assertHolds("large.bin", large.file());
        assertThat(copyMismatches).hasSize(1);
        assertThat(mismatches).isEmpty();
    }

    @Test
    void aPartThatIsDamagedIsSentAgain() throws IOException {
        ProxyScript once = ProxyScript.first(1, part(2), ProxyAction.flipByte());
        Output large = gzipped("large.bin", 12 << 20);

        publishThrough(once, large);

        assertThat(mismatches)
                .singleElement()
                .satisfies(mismatch -> assertThat(mismatch.measure()).startsWith("part 2: "));
        set(MAIN).assertComplete().assertHolds("large.bin", large.file());
        assertNoPendingUpload();
    }

    @Test
    void aPartThatIsAlwaysDamagedLeavesNothing() throws IOException {
        ProxyScript always = ProxyScript.always(part(2), ProxyAction.flipByte());

        IntegrityException failure = integrityFailure(always, gzipped("large.bin", 12 << 20));

        assertThat(failure.mismatch().measure()).isEqualTo("part 2: the server's check of the body (Content-MD5)");
        set(MAIN).assertNothing();
        assertNoPendingUpload();
    }

    @Test
    void aWrongETagOfRightPartsIsNoFailure() throws IOException {
        ProxyScript lying = ProxyScript.always(MultipartTest::isCompletion, completion("0".repeat(32) + "-3"));
        Output large = stored("large.bin", 2 * PART + 9);

        publishThrough(lying, large);

        assertThat(uploaded).extracting(PublishedObject::method).containsExactly(VerificationMethod.READ_BACK);
        assertThat(mismatches).isEmpty();
        set(MAIN).assertComplete().assertHolds("large.bin", large.file());
    }

    @Test
    void aWrongETagOfAllPartsFailsIfTheStoreHasNoOtherDigest() throws IOException {
        String wrong = "0".repeat(32) + "-3";
        ProxyScript blind = request -> {
            if (isCompletion(request)) {
                return completion(wrong);
            }
            boolean read = request.path().endsWith("large.bin.gz")
                    && !request.method().equals("PUT")
                    && !request.method().equals("POST")
                    && !request.method().equals("DELETE");
            return read ? ProxyAction.answer(403, Map.of(), error("AccessDenied")) : ProxyAction.pass();
        };

        IntegrityException failure = integrityFailure(blind, gzipped("large.bin", 12 << 20));

        assertThat(failure.mismatch().measure()).isEqualTo("ETag");
        assertThat(failure.mismatch().expected()).endsWith("-3").isNotEqualTo(wrong);
        assertThat(failure.mismatch().received()).isEqualTo(wrong);
        assertThat(mismatches).hasSize(1);
        set(MAIN).assertNoManifest();
    }

    @Test
    void aWrongETagOfWrongBytesFailsWithBothValues() throws IOException {
        ProxyScript lying = request -> {
            if (isCompletion(request)) {
                return completion("0".repeat(32) + "-3");
            }
            boolean get = request.method().equals("GET") && request.path().endsWith("large.bin.gz");
            return get ? PublisherTest.objectOf("other bytes") : ProxyAction.pass();
        };

        IntegrityException failure = integrityFailure(lying, gzipped("large.bin", 12 << 20));

        assertThat(failure.mismatch().measure()).isEqualTo("SHA-256 of the bytes read back");
        set(MAIN).assertNoManifest();
    }

    @Test
    void theSha256OfThePartsIsComparedIfTheETagIsNoMd5() throws IOException {
        Output large = gzipped("large.bin", 12 << 20);

        publishThrough(ProxyScript.always(MultipartTest::isCompletion, KMS), large);

        assertThat(uploaded).extracting(PublishedObject::method).containsExactly(VerificationMethod.COMPOSITE_SHA256);
        set(MAIN).assertComplete().assertHolds("large.bin", large.file());
    }

    @Test
    void theObjectIsReadBackIfTheStoreHasNoDigest() throws IOException {
        ProxyScript script = request -> {
            if (request.header("x-amz-checksum-algorithm").isPresent()) {
                return ProxyAction.answer(501, Map.of(), error("NotImplemented"));
            }
            return isCompletion(request) ? KMS : ProxyAction.pass();
        };
        Output large = gzipped("large.bin", 12 << 20);

        publishThrough(script, large);

        assertThat(uploaded).extracting(PublishedObject::method).containsExactly(VerificationMethod.READ_BACK);
        set(MAIN).assertComplete().assertHolds("large.bin", large.file());
    }

    @Test
    void aHeadRequestGetsTheETagIfTheCompletionHasNone() throws IOException {
        Output large = gzipped("large.bin", 12 << 20);

        publishThrough(ProxyScript.always(MultipartTest::isCompletion, completion("")), large);

        assertThat(uploaded).extracting(PublishedObject::method).containsExactly(VerificationMethod.ETAG_OF_PARTS);
        set(MAIN).assertComplete();
    }

    @Test
    void aLostAnswerToTheCompletionIsFoundOut() throws IOException {
        ProxyScript once = ProxyScript.first(1, MultipartTest::isCompletion, ProxyAction.loseResponse());
        Output large = gzipped("large.bin", 12 << 20);

        publishThrough(once, large);

        set(MAIN).assertComplete().assertHolds("large.bin", large.file());
        assertThat(uploaded).extracting(PublishedObject::method).containsExactly(VerificationMethod.ETAG_OF_PARTS);
        assertThat(mismatches).isEmpty();
    }

    @Test
    void anErrorInAGoodAnswerIsAnError() throws IOException {
        ProxyScript once = ProxyScript.first(
                1, MultipartTest::isCompletion, ProxyAction.answer(200, Map.of(), error("InternalError")));
        Output large = gzipped("large.bin", 12 << 20);

        publishThrough(once, large);

        set(MAIN).assertComplete().assertHolds("large.bin", large.file());
    }

    @Test
    void aRefusalEndsAllAndLeavesNothing() throws IOException {
        ProxyScript refusing = ProxyScript.always(part(1), ProxyAction.answer(403, Map.of(), error("AccessDenied")));

        StoreException failure = catchThrowableOfType(
                StoreException.class, () -> publishThrough(refusing, gzipped("large.bin", 40 << 20)));

        assertThat(failure.kind()).isEqualTo(StoreException.Kind.ACCESS_DENIED);
        assertThat(failure.facts().action()).isEqualTo("UploadPart");
        set(MAIN).assertNothing();
        assertNoPendingUpload();
        assertThat(abortFailure).hasNullValue();
    }

    @Test
    void anUploadThatCannotBeAbortedIsReportedWithItsCause() throws IOException {
        ProxyScript script = request -> {
            if (part(1).test(request)) {
                return ProxyAction.answer(403, Map.of(), error("AccessDenied"));
            }
            return request.method().equals("DELETE")
                    ? ProxyAction.answer(501, Map.of(), error("NotImplemented"))
                    : ProxyAction.pass();
        };

        assertThatThrownBy(() -> publishThrough(script, gzipped("large.bin", 12 << 20)))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.facts().action()).isEqualTo("UploadPart"));
        assertThat(abortFailure.get())
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.facts().action()).isEqualTo("AbortMultipartUpload"));
    }

    @Test
    void aFileThatChangesDuringTheUploadIsNamedAndNothingIsPublished() throws IOException {
        Output large = stored("large.bin", 3 * PART);
        ProxyScript changing = request -> {
            if (part(1).test(request)) {
                append(large.file());
            }
            return ProxyAction.pass();
        };

        PlanException failure = catchThrowableOfType(PlanException.class, () -> publishThrough(changing, large));

        assertThat(failure.fault()).isEqualTo(PlanException.Fault.CHANGED);
        assertThat(failure.files()).containsExactly(large.file());
        set(MAIN).assertNothing();
        assertNoPendingUpload();
    }

    /** Same size, same time: only the second reading can tell. */
    @Test
    void bytesThatChangeBetweenTheTwoReadingsAreNoticed() throws IOException {
        Output large = stored("large.bin", 3 * PART);
        ProxyScript changing = request -> {
            if (part(1).test(request)) {
                changeLastByte(large.file());
            }
            return ProxyAction.pass();
        };

        PlanException failure = catchThrowableOfType(PlanException.class, () -> publishThrough(changing, large));

        assertThat(failure.fault()).isEqualTo(PlanException.Fault.CHANGED);
        set(MAIN).assertNothing();
        assertNoPendingUpload();
    }

    private static void changeLastByte(Path file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            FileTime before = Files.getLastModifiedTime(file);
            bytes.seek(bytes.length() - 1);
            int last = bytes.read();
            bytes.seek(bytes.length() - 1);
            bytes.write(last ^ 1);
            Files.setLastModifiedTime(file, before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The large file holds all its memory and waits until all others are uploaded. */
    @Test
    void smallFilesFlowPastALargeOneThatIsStuck() throws IOException {
        List<Output> outputs = new ArrayList<>(List.of(gzipped("large.bin", 30 << 20)));
        for (int i = 0; i < SMALL; i++) {
            outputs.add(gzipped("small-" + i + ".bin", 1 << 20));
        }
        CountDownLatch stuck = new CountDownLatch(1);
        ProxyScript script = request -> {
            if (part(1).test(request)) {
                stuck.countDown();
                await(smallOnesAreUploaded);
            } else if (request.path().contains("small-")) {
                await(stuck);
            }
            return ProxyAction.pass();
        };

        publishThrough(script, outputs.toArray(Output[]::new));

        set(MAIN).assertComplete();
    }

    @Test
    void anInterruptionEndsAllAndLeavesNothing() throws Exception {
        Output large = stored("large.bin", 4 * PART);
        AtomicReference<Thread> publishing = new AtomicReference<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        ProxyScript interrupting = request -> {
            if (part(2).test(request)) {
                publishing.get().interrupt();
                return ProxyAction.neverAnswer();
            }
            return ProxyAction.pass();
        };
        Thread thread = new Thread(() -> {
            try {
                publishThrough(interrupting, large);
            } catch (Exception e) {
                thrown.set(Thread.currentThread().isInterrupted() ? e : new AssertionError("not interrupted", e));
            }
        });
        publishing.set(thread);
        thread.start();
        thread.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedOperationException.class);
        set(MAIN).assertNothing();
        assertNoPendingUpload();
    }

    private static boolean isPart(HttpHead request) {
        return request.query().contains("partNumber=");
    }

    private static Predicate<HttpHead> part(int number) {
        return request -> request.query().matches("(.*&)?partNumber=" + number + "(&.*)?");
    }

    private static boolean isCompletion(HttpHead request) {
        return request.method().equals("POST") && request.query().contains("uploadId=");
    }

    /** Ceph RGW answers so, with nothing in the quotes. */
    private static ProxyAction completion(String etag) {
        return ProxyAction.replaceResponse(
                200,
                Map.of("Content-Type", "application/xml"),
                "<CompleteMultipartUploadResult><ETag>&quot;" + etag + "&quot;</ETag></CompleteMultipartUploadResult>");
    }

    private static String error(String code) {
        return "<Error><Code>" + code + "</Code><Message>Because.</Message></Error>";
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).as("in time").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "more", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String etag(String name) {
        return set(MAIN).object(name).getAsJsonObject("stored").get("etag").getAsString();
    }

    private PublishedSet set(KeyPrefix prefix) {
        return PublishedSet.in(server.client(), "builds", prefix.toString());
    }

    private void assertNoPendingUpload() {
        assertThat(server.client()
                        .listMultipartUploads(request -> request.bucket("builds"))
                        .uploads())
                .as("uploads that were neither completed nor aborted")
                .isEmpty();
    }

    private IntegrityException integrityFailure(ProxyScript script, Output output) {
        return catchThrowableOfType(IntegrityException.class, () -> publishThrough(script, output));
    }

    private void publishThrough(ProxyScript script, Output... outputs) {
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script)) {
            publish(proxy.endpoint(), plan(outputs));
        }
    }

    private static Plan plan(Output... outputs) {
        return Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(outputs));
    }

    private void publish(URI endpoint, Plan plan) {
        TestPublisher.to(endpoint, new Listener(), LEAST).publish(plan, BUILD, TestOptions.DEFAULTS.options());
    }

    /** Stored as it is, so that its size is known to the byte. */
    private Output stored(String name, int size) throws IOException {
        return Output.of(file(name, size), name, Optional.empty()).with(TestAttributes.gzip(false));
    }

    private Output gzipped(String name, int size) throws IOException {
        return Output.of(file(name, size), name, Optional.empty());
    }

    private Path file(String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    private final class Listener implements PublishListener {
        @Override
        public void uploaded(PublishedObject object) {
            uploaded.add(object);
            smallOnesAreUploaded.countDown();
        }

        @Override
        public void uploadedAgain(ObjectKey key, Mismatch mismatch) {
            mismatches.add(mismatch);
        }

        @Override
        public void copyDiffers(ObjectKey key, Mismatch mismatch) {
            copyMismatches.add(mismatch);
        }

        @Override
        public void abortFailed(ObjectKey key, RuntimeException cause) {
            abortFailure.set(cause);
        }
    }
}
