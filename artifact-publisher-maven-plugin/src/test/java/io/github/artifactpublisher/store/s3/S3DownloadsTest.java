package io.github.artifactpublisher.store.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.GetOptions;
import io.github.artifactpublisher.store.GetResult;
import io.github.artifactpublisher.store.GetResult.Status;
import io.github.artifactpublisher.store.OpenObject;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.TestHeaders;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.RecordedRequest;
import io.github.artifactpublisher.testing.S3Server;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opens objects on servers that fail or do not support what is asked of them. */
class S3DownloadsTest {
    private static final ObjectKey KEY = new ObjectKey("a/key");
    private static final String CONTENT = "0123456789";

    private static S3Server server;
    private static ETag etag;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = S3Server.start(folder).createBucket("builds");
        try (S3ObjectStore store = TestStore.open(TestSettings.of(server.endpoint(), "builds"))) {
            etag = store.put(KEY, Body.of(CONTENT.getBytes(UTF_8)), TestHeaders.ofType("text/plain"))
                    .etag()
                    .orElseThrow();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static boolean isGet(HttpHead request) {
        return request.method().equals("GET");
    }

    private static ScriptedProxy proxy(ProxyScript script) {
        return ScriptedProxy.inFrontOf(server.endpoint(), script);
    }

    private static S3ObjectStore storeBehind(ScriptedProxy proxy) {
        return TestStore.open(TestSettings.of(proxy.endpoint(), "builds"), retry -> {}, new FakeTime());
    }

    private static void assertKind(Kind kind, String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StoreException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.facts().action()).isEqualTo("GetObject");
            assertThat(e.facts().location()).isEqualTo("s3://builds/a/key");
            assertThat(e.facts().message().orElseThrow()).contains(message);
        });
    }

    private static String text(GetResult<OpenObject> result) throws IOException {
        try (OpenObject object = result.object().orElseThrow()) {
            return new String(object.body().readAllBytes(), UTF_8);
        }
    }

    /** The connection ends before the length in the header. */
    @Test
    void aBodyThatIsCutIsAFailure() {
        ProxyAction cut = ProxyAction.rewriteResponse(Map.of(), body -> Arrays.copyOf(body, 4));
        try (ScriptedProxy proxy = proxy(ProxyScript.always(S3DownloadsTest::isGet, cut));
                S3ObjectStore store = storeBehind(proxy);
                OpenObject object = store.open(KEY, GetOptions.WHOLE).object().orElseThrow()) {
            assertKind(Kind.UNREACHABLE, "Premature end", () -> object.body().readAllBytes());
        }
    }

    /** Whole by its Content-Length, and not by its Content-Range. */
    @Test
    void aBodyThatIsShorterThanItsRangeIsAFailure() {
        try (ScriptedProxy proxy = proxy(ProxyScript.always(S3DownloadsTest::isGet, range("bytes 2-9/10", "2345")));
                S3ObjectStore store = storeBehind(proxy);
                OpenObject object =
                        store.open(KEY, GetOptions.WHOLE.from(2)).object().orElseThrow()) {
            assertKind(
                    Kind.UNREACHABLE,
                    "ended after 4 of 8 bytes",
                    () -> object.body().readAllBytes());
        }
    }

    /** Otherwise bytes of one position would be taken for those of another. */
    @ParameterizedTest
    @CsvSource({"bytes 0-9/10", "bytes 1-9/10", "bytes 2-5/10", "none"})
    void aResponseWithOtherBytesThanAskedForIsAFailure(String contentRange) {
        ProxyAction other = contentRange.equals("none")
                ? ProxyAction.answer(200, Map.of("ETag", "\"" + etag + "\""), CONTENT)
                : range(contentRange, CONTENT);
        try (ScriptedProxy proxy = proxy(ProxyScript.always(S3DownloadsTest::isGet, other));
                S3ObjectStore store = storeBehind(proxy)) {
            assertKind(Kind.UNSUPPORTED, "requested bytes=2-", () -> store.open(KEY, GetOptions.WHOLE.from(2)));
        }
    }

    private static ProxyAction range(String contentRange, String body) {
        return ProxyAction.answer(206, Map.of("ETag", "\"" + etag + "\"", "Content-Range", contentRange), body);
    }

    @Test
    void openingIsRetried() throws IOException {
        ProxyAction busy = ProxyAction.answer(503, Map.of(), "<Error><Code>SlowDown</Code></Error>");
        try (ScriptedProxy proxy = proxy(ProxyScript.first(2, S3DownloadsTest::isGet, busy));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThat(text(store.open(KEY, GetOptions.WHOLE.range(3, 2)))).isEqualTo("34");
            assertThat(proxy.requests()).hasSize(3);
        }
    }

    @Test
    void aDeniedGetIsAFailure() {
        ProxyAction denied = ProxyAction.answer(403, Map.of(), "<Error><Code>AccessDenied</Code></Error>");
        try (ScriptedProxy proxy = proxy(ProxyScript.always(S3DownloadsTest::isGet, denied));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThatThrownBy(() -> store.open(KEY, GetOptions.WHOLE.ifMatch(etag)))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.isDenied()).isTrue());
        }
    }

    @Test
    void aServerThatIgnoresPreconditionsIsNoticedByItsETag() {
        ProxyAction another = ProxyAction.answer(200, Map.of("ETag", "\"another\""), "another");
        try (ScriptedProxy proxy = proxy(ProxyScript.always(S3DownloadsTest::isGet, another));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThat(store.open(KEY, GetOptions.WHOLE.ifMatch(etag)).status()).isEqualTo(Status.CHANGED);
            assertThat(store.open(KEY, GetOptions.WHOLE.ifNoneMatch(new ETag("another")))
                            .status())
                    .isEqualTo(Status.NOT_MODIFIED);
        }
    }

    @Test
    void aServerThatComparesETagsWithTheirQuotesIsAskedWithout() throws IOException {
        try (ScriptedProxy proxy = proxy(ProxyScript.always(
                        request -> ifMatch(request).startsWith("\""),
                        ProxyAction.answer(412, Map.of(), "<Error><Code>PreconditionFailed</Code></Error>")));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThat(text(store.open(KEY, GetOptions.WHOLE.ifMatch(etag)))).isEqualTo(CONTENT);
        }
    }

    /** Of such a server the ETag of the response is compared. */
    @Test
    void aServerThatRejectsPreconditionsIsAskedWithout() throws IOException {
        ProxyAction rejected = ProxyAction.answer(501, Map.of(), "<Error><Code>NotImplemented</Code></Error>");
        try (ScriptedProxy proxy = proxy(
                        ProxyScript.always(request -> request.header("If-Match").isPresent(), rejected));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThat(text(store.open(KEY, GetOptions.WHOLE.ifMatch(etag)))).isEqualTo(CONTENT);
            assertThat(store.open(KEY, GetOptions.WHOLE.ifMatch(new ETag("another")))
                            .status())
                    .isEqualTo(Status.CHANGED);
        }
    }

    private static String ifMatch(HttpHead request) {
        return request.header("If-Match").orElse("");
    }

    @Test
    void aWholeObjectIsAskedForWithoutARange() {
        try (ScriptedProxy proxy = proxy(ProxyScript.passAll());
                S3ObjectStore store = storeBehind(proxy)) {
            store.open(KEY, GetOptions.WHOLE).object().orElseThrow().close();
            store.open(KEY, GetOptions.WHOLE.range(2, 3)).object().orElseThrow().close();

            List<RecordedRequest> requests = proxy.requests();
            assertThat(requests.get(0).head().header("Range")).isEmpty();
            assertThat(requests.get(1).head().header("Range")).contains("bytes=2-4");
        }
    }

    /** The server sends without an end, and counts. */
    @Test
    void anObjectThatIsClosedEarlyIsNotDownloadedToItsEnd() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                S3ObjectStore store = TestStore.open(
                        TestSettings.of(URI.create("http://127.0.0.1:" + listener.getLocalPort()), "builds"))) {
            CompletableFuture<Long> sent = CompletableFuture.supplyAsync(() -> sendUntilClosed(listener));

            try (OpenObject object = store.open(KEY, GetOptions.WHOLE).object().orElseThrow()) {
                assertThat(object.length()).isEqualTo(HUGE);
                assertThat(object.body().readNBytes(1000)).hasSize(1000);
            }

            assertThat(sent.join()).isLessThan(HUGE / 10);
        }
    }

    /** The server sends the headers and no body. */
    @Test
    void anInterruptedThreadStopsWaitingForBytes() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                S3ObjectStore store = TestStore.open(
                        TestSettings.of(URI.create("http://127.0.0.1:" + listener.getLocalPort()), "builds"))) {
            CompletableFuture<Socket> client = CompletableFuture.supplyAsync(() -> sendHeaders(listener));

            try (OpenObject object = store.open(KEY, GetOptions.WHOLE).object().orElseThrow()) {
                Thread reader = Thread.currentThread();
                CompletableFuture<Void> interrupt = CompletableFuture.runAsync(() -> interruptWhenItWaits(reader));
                assertThatThrownBy(() -> object.body().read())
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                e -> assertThat(e.facts().message().orElse("")).doesNotContain("timed out"));
                assertThat(Thread.interrupted()).isTrue();
                interrupt.join();
            }

            client.join().close();
        }
    }

    private static void interruptWhenItWaits(Thread reader) {
        while (Stream.of(reader.getStackTrace())
                .noneMatch(frame -> frame.getClassName().contains("NioSocketImpl"))) {
            Thread.onSpinWait();
        }
        reader.interrupt();
    }

    private static Socket sendHeaders(ServerSocket listener) {
        try {
            Socket client = listener.accept();
            client.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nETag: \"e\"\r\nContent-Length: 9\r\n\r\n".getBytes(ISO_8859_1));
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final long HUGE = 4L << 30;

    private static long sendUntilClosed(ServerSocket listener) {
        long sent = 0;
        try (Socket client = listener.accept()) {
            OutputStream out = client.getOutputStream();
            out.write(("HTTP/1.1 200 OK\r\nETag: \"e\"\r\nContent-Length: " + HUGE + "\r\n\r\n").getBytes(ISO_8859_1));
            byte[] block = new byte[1 << 16];
            for (; sent < HUGE; sent += block.length) {
                out.write(block);
            }
        } catch (IOException e) {
            // The client has closed the connection.
        }
        return sent;
    }
}
