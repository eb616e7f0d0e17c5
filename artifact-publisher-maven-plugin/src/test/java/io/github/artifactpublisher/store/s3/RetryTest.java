package io.github.artifactpublisher.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.RetryEvent;
import io.github.artifactpublisher.store.RetryListener;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.TestHeaders;
import io.github.artifactpublisher.store.s3.settings.AwsSettings;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions.Checksums;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.S3Server;
import io.github.artifactpublisher.testing.ScriptedProxy;
import io.github.artifactpublisher.testing.TlsFront;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How long the adapter waits for a server that is away, and for what it does not wait. */
class RetryTest {
    private static final ObjectKey KEY = new ObjectKey("a/key");
    private static final Body BODY = Body.of("some bytes to be sent".getBytes(UTF_8));
    private static final ObjectHeaders TEXT = TestHeaders.ofType("text/plain");
    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);
    private static final int MANY = 15;

    private static S3Server server;

    private final Recorder retries = new Recorder();

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = S3Server.start(folder).createBucket("builds");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<ProxyAction> away() {
        return List.of(
                ProxyAction.cutRequest(),
                ProxyAction.loseResponse(),
                ProxyAction.answer(500, Map.of(), error("InternalError")),
                ProxyAction.answer(502, Map.of("Content-Type", "text/html"), "<html><h1>Bad Gateway</h1></html>"),
                ProxyAction.answer(503, Map.of(), error("SlowDown")),
                ProxyAction.answer(503, Map.of(), error("ServiceUnavailable")),
                ProxyAction.answer(504, Map.of(), ""),
                ProxyAction.answer(429, Map.of(), ""),
                ProxyAction.answer(408, Map.of(), ""),
                ProxyAction.answer(400, Map.of(), error("RequestTimeout")),
                ProxyAction.answer(409, Map.of(), error("OperationAborted")),
                ProxyAction.answer(409, Map.of(), error("ConditionalRequestConflict")));
    }

    @ParameterizedTest
    @MethodSource("away")
    void aServerThatFailsIsRetried(ProxyAction fault) {
        FakeTime time = new FakeTime();
        ProxyScript script = ProxyScript.first(MANY, ProxyScript.put("/a/key"), fault);
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = open(proxy.endpoint(), time)) {
            store.put(KEY, BODY, TEXT);
        }

        assertThat(time.pauses).hasSize(MANY);
        assertThat(retries.sent).hasSize(MANY + 1);
        assertThat(retries.all)
                .extracting(RetryEvent::attempt)
                .startsWith(1, 2, 3)
                .hasSize(MANY);
    }

    @Test
    void aServerThatRefusesConnectionsIsRetried() throws IOException {
        FakeTime time = new FakeTime();
        try (Socket notListening = new Socket()) {
            notListening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String address = "127.0.0.1:" + notListening.getLocalPort();
            try (S3ObjectStore store = open(URI.create("http://" + address), time)) {
                assertThat(catchThrowableOfType(StoreException.class, () -> store.read(KEY))
                                .kind())
                        .isEqualTo(Kind.UNREACHABLE);
            }

            assertThat(time.slept()).isEqualTo(THREE_MINUTES);
            assertThat(retries.all).hasSameSizeAs(time.pauses).allSatisfy(retry -> {
                assertThat(retry.server()).isEqualTo(address);
                assertThat(retry.cause()).contains("Connection refused");
                assertThat(retry.action()).isEqualTo("GetObject");
                assertThat(retry.location()).isEqualTo("s3://builds/a/key");
            });
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsRetried() {
        FakeTime time = new FakeTime();
        ProxyScript script = ProxyScript.first(3, request -> true, ProxyAction.neverAnswer());
        RequestOptions hasty = new RequestOptions(THREE_MINUTES, Duration.ofSeconds(1), Checksums.AUTO);
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = TestStore.open(
                        TestSettings.with(TestSettings.of(proxy.endpoint(), "builds"), hasty), retries, time)) {
            store.put(KEY, BODY, TEXT);
        }

        // On a busy machine, an answer of the server may time out, too.
        assertThat(retries.all)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(retry -> assertThat(retry.cause()).contains("timed out"));
    }

    /** A read names an object; the other requests are of other kinds. */
    @Test
    void everyKindOfRequestIsRepeated() {
        FakeTime time = new FakeTime();
        ProxyScript everyOther = new EveryOther(ProxyAction.answer(503, Map.of(), ""));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), everyOther);
                S3ObjectStore store = open(proxy.endpoint(), time)) {
            store.put(KEY, BODY, TEXT);
            store.read(KEY);
            store.downloadDigests(KEY);
            store.head(KEY);
            var upload = store.startMultipart(new ObjectKey("a/parts"), TEXT);
            upload.complete(List.of(upload.put(1, BODY)), Precondition.NONE);
            store.startMultipart(new ObjectKey("a/aborted"), TEXT).abort();
            var prefix = new KeyPrefix("a");
            store.listPage(prefix, Optional.empty());
            store.incompleteUploads(prefix);
            store.delete(List.of(KEY));
        }

        assertThat(retries.sent).hasSize(2 * retries.all.size()).hasSizeGreaterThan(20);
    }

    @Test
    void theLastAttemptIsAtTheEndOfRetryFor() {
        FakeTime time = new FakeTime();
        ProxyScript script = ProxyScript.always(request -> true, ProxyAction.answer(503, Map.of(), error("SlowDown")));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = open(proxy.endpoint(), time)) {
            StoreException failure = catchThrowableOfType(StoreException.class, () -> store.read(KEY));

            assertThat(failure.kind()).isEqualTo(Kind.SERVER_FAILED);
            assertThat(proxy.requests()).hasSize(time.pauses.size() + 1);
        }
        assertThat(time.slept()).isEqualTo(THREE_MINUTES);
        assertThat(time.pauses).allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(10)));
    }

    @Test
    void withRetryForZeroThereIsOneAttempt() {
        FakeTime time = new FakeTime();
        try (S3ObjectStore store = TestStore.open(
                TestSettings.patient(URI.create("http://127.0.0.1:1"), "builds", Duration.ZERO), retries, time)) {
            assertThat(catchThrowableOfType(StoreException.class, () -> store.read(KEY))
                            .kind())
                    .isEqualTo(Kind.UNREACHABLE);
        }
        assertThat(retries.sent).hasSize(1);
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void aNameThatIsNotKnownIsTriedUntilJavaAsksAgain() {
        FakeTime time = new FakeTime();
        try (S3ObjectStore store = open(URI.create("http://s3.example.invalid"), time)) {
            StoreException failure = catchThrowableOfType(StoreException.class, () -> store.read(KEY));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        }
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(retries.all.get(0).left()).isEqualTo(Duration.ofSeconds(12));
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied",
        "403, InvalidAccessKeyId",
        "403, SignatureDoesNotMatch",
        "400, ExpiredToken",
        "400, MalformedXML",
        "404, NoSuchBucket",
        "407, ''",
        "301, PermanentRedirect",
        "412, PreconditionFailed",
    })
    void permanentFailuresAreNotRetried(int status, String code) {
        FakeTime time = new FakeTime();
        ProxyScript script = ProxyScript.always(request -> true, ProxyAction.answer(status, Map.of(), error(code)));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = open(proxy.endpoint(), time)) {
            assertThat(catchThrowableOfType(StoreException.class, () -> store.put(KEY, BODY, TEXT)))
                    .isNotNull();
            assertThat(proxy.requests()).hasSize(1);
        }
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void anUntrustedCertificateIsNotRetried(@TempDir Path folder) throws IOException {
        FakeTime time = new FakeTime();
        try (TlsFront front = TlsFront.inFrontOf(server.endpoint(), folder);
                S3ObjectStore store = open(front.endpoint(), time)) {
            assertThat(catchThrowableOfType(StoreException.class, () -> store.read(KEY))
                            .kind())
                    .isEqualTo(Kind.UNTRUSTED_SERVER);
        }
        assertThat(retries.sent).hasSize(1);
    }

    @Test
    void aCertificateOfAnotherHostIsNotRetried(@TempDir Path folder) throws IOException {
        FakeTime time = new FakeTime();
        try (TlsFront front = TlsFront.inFrontOf(server.endpoint(), folder)) {
            URI otherName = URI.create(front.endpoint().toString().replace("127.0.0.1", "localhost"));
            AwsSettings trusted =
                    TestSettings.aws(Map.of("AWS_CA_BUNDLE", front.certificate().toString()));
            S3Settings settings = TestSettings.with(trusted, TestSettings.patient(otherName, "builds", THREE_MINUTES));
            try (S3ObjectStore store = TestStore.open(settings, retries, time)) {
                assertThat(catchThrowableOfType(StoreException.class, () -> store.put(KEY, BODY, TEXT))
                                .kind())
                        .isEqualTo(Kind.WRONG_SERVER_NAME);
            }
        }
        assertThat(retries.sent).hasSize(1);
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void aServerWithoutTlsIsNotRetried() {
        FakeTime time = new FakeTime();
        URI https = URI.create("https://127.0.0.1:" + server.endpoint().getPort());
        try (S3ObjectStore store = open(https, time)) {
            assertThat(catchThrowableOfType(StoreException.class, () -> store.read(KEY))
                            .kind())
                    .isEqualTo(Kind.UNREACHABLE);
        }
        assertThat(retries.sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"OperationAborted", "ConditionalRequestConflict"})
    void aConflictOnAConditionIsThrownToTheCaller(String code) {
        FakeTime time = new FakeTime();
        ProxyScript script = ProxyScript.first(1, request -> true, ProxyAction.answer(409, Map.of(), error(code)));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = open(proxy.endpoint(), time)) {
            StoreException failure =
                    catchThrowableOfType(StoreException.class, () -> store.put(KEY, BODY, TEXT, Precondition.ABSENT));

            assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
        }
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void aClockThatIsWrongIsSetByTheServers() {
        FakeTime time = new FakeTime();
        ProxyScript script = ProxyScript.always(
                request -> true,
                ProxyAction.answer(
                        403, Map.of("Date", "Tue, 01 Jan 2030 10:00:00 GMT"), error("RequestTimeTooSkewed")));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = open(proxy.endpoint(), time)) {
            assertThat(catchThrowableOfType(StoreException.class, () -> store.read(KEY))
                            .kind())
                    .isEqualTo(Kind.CLOCK_SKEWED);
            assertThat(proxy.requests()).hasSize(2);
            assertThat(proxy.requests().get(1).head().header("X-Amz-Date"))
                    .hasValueSatisfying(date -> assertThat(date).startsWith("20300101T"));
        }
    }

    @Test
    void anInterruptionEndsThePause() {
        FakeTime time = new FakeTime(pause -> Thread.currentThread().interrupt());
        ProxyScript script = ProxyScript.always(request -> true, ProxyAction.answer(503, Map.of(), ""));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = open(proxy.endpoint(), time)) {
            assertThat(catchThrowableOfType(StoreException.class, () -> store.read(KEY)))
                    .isNotNull();
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(time.pauses).hasSize(1);
    }

    /** It comes after a failure, of which the user waits to hear. */
    @Test
    void abortIsRetriedForSecondsOnly() {
        FakeTime time = new FakeTime();
        ProxyScript script =
                ProxyScript.always(request -> request.method().equals("DELETE"), ProxyAction.answer(503, Map.of(), ""));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = open(proxy.endpoint(), time)) {
            var upload = store.startMultipart(KEY, TEXT);

            assertThat(catchThrowableOfType(StoreException.class, upload::abort).kind())
                    .isEqualTo(Kind.SERVER_FAILED);
        }
        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(5));
    }

    private S3ObjectStore open(URI endpoint, FakeTime time) {
        return TestStore.open(TestSettings.patient(endpoint, "builds", THREE_MINUTES), retries, time);
    }

    private static String error(String code) {
        return code.isEmpty()
                ? ""
                : "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>Because.</Message></Error>";
    }

    /** Fails on each request the first time that it comes. */
    private static final class EveryOther implements ProxyScript {
        private final ProxyAction fault;
        private int requests;

        EveryOther(ProxyAction fault) {
            this.fault = fault;
        }

        @Override
        public synchronized ProxyAction on(HttpHead request) {
            requests++;
            return requests % 2 == 1 ? fault : ProxyAction.pass();
        }
    }

    private static final class Recorder implements RetryListener {
        private final List<RetryEvent> all = Collections.synchronizedList(new ArrayList<>());
        private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void retrying(RetryEvent retry) {
            all.add(retry);
        }

        @Override
        public void sent(String action) {
            sent.add(action);
        }
    }
}
