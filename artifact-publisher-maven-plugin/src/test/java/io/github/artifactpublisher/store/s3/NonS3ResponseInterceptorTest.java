package io.github.artifactpublisher.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.PutResult;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.TestHeaders;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.S3Server;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that answer every request with success, and are no S3 servers. */
class NonS3ResponseInterceptorTest {
    private static final ObjectKey KEY = new ObjectKey("a/key");
    private static final ObjectKey OTHER = new ObjectKey("a/other");
    private static final KeyPrefix PREFIX = new KeyPrefix("a");
    private static final Body BODY = Body.of("some bytes to be sent".getBytes(UTF_8));
    private static final ObjectHeaders HTML = TestHeaders.ofType("text/html");
    private static final String PAGE = "<!DOCTYPE html><html><head><title>Console</title></head><body/></html>";

    private static S3Server server;
    private static PutResult stored;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = S3Server.start(folder).createBucket("builds");
        try (S3ObjectStore store = TestStore.open(TestSettings.of(server.endpoint(), "builds"))) {
            stored = store.put(KEY, BODY, HTML);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> everyRequestWithEveryAnswer() {
        Map<String, Consumer<ObjectStore>> requests = Map.of(
                "PutObject", store -> store.put(KEY, BODY, HTML),
                "HeadObject", store -> store.head(KEY),
                "GetObject", store -> store.downloadDigests(KEY),
                "ListObjectsV2", store -> store.listPage(PREFIX, Optional.empty()),
                "ListMultipartUploads", store -> store.incompleteUploads(PREFIX),
                "CreateMultipartUpload", store -> store.startMultipart(KEY, HTML),
                "CopyObject", store -> store.copy(KEY, stored.etag().orElseThrow(), OTHER, HTML),
                "DeleteObjects", store -> store.delete(List.of(OTHER)));
        Map<String, ProxyAction> answers = Map.of(
                "HTML", answer("text/html; charset=utf-8", PAGE),
                "HTML that is no XML", answer("text/html", "<!doctype html><p>Hello<br>there"),
                "HTML without a type", ProxyAction.answer(200, Map.of(), "\n" + PAGE),
                "XHTML", answer("application/xhtml+xml", "<?xml version=\"1.0\"?>" + PAGE),
                "JSON", answer("application/json", "{\"status\":\"ok\"}"),
                "text", answer("text/plain", "OK"),
                "other XML", answer("application/xml", "<?xml version=\"1.0\"?><!-- x --><health>ok</health>"));
        return requests.entrySet().stream()
                .flatMap(request -> answers.entrySet().stream()
                        .map(answer -> Arguments.of(
                                request.getKey(), answer.getKey(), request.getValue(), answer.getValue())));
    }

    @ParameterizedTest(name = "{0} answered by {1}")
    @MethodSource("everyRequestWithEveryAnswer")
    void theFirstAnswerThatIsNotOfS3IsRefused(
            String action, String kind, Consumer<ObjectStore> request, ProxyAction answer) {
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), ProxyScript.always(all -> true, answer));
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            StoreException failure = catchThrowableOfType(StoreException.class, () -> request.accept(store));

            assertThat(failure).isNotNull();
            assertThat(failure.kind()).isEqualTo(Kind.NOT_S3);
            assertThat(failure.facts().action()).isEqualTo(action);
            assertThat(failure.facts().endpoint()).isEqualTo(proxy.endpoint().toString());
            assertThat(failure.facts().message().orElseThrow()).startsWith("status 200");
            assertThat(proxy.requests()).hasSize(1);
        }
    }

    @Test
    void theMessageShowsTheAnswer() {
        ProxyScript json =
                ProxyScript.always(all -> true, answer("application/json", "{\"status\":\n" + "x".repeat(9000)));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), json);
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            StoreException failure =
                    catchThrowableOfType(StoreException.class, () -> store.listPage(PREFIX, Optional.empty()));

            assertThat(failure.facts().message())
                    .contains("status 200, Content-Type application/json, {\"status\": " + "x".repeat(89));
        }
    }

    @Test
    void anAnswerThatIsCutIsThatOfAServerThatIsAway() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                S3ObjectStore store = TestStore.open(TestSettings.patient(
                        URI.create("http://127.0.0.1:" + listener.getLocalPort()), "builds", Duration.ZERO))) {
            Thread server = new Thread(() -> answerInPart(listener));
            server.setDaemon(true);
            server.start();
            StoreException failure =
                    catchThrowableOfType(StoreException.class, () -> store.listPage(PREFIX, Optional.empty()));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        }
    }

    /** The type of an object is whatever was stored with it, and some servers call the empty answer to a PUT a page. */
    @Test
    void anObjectMayBeAPage() {
        ProxyScript typed =
                ProxyScript.always(all -> true, ProxyAction.rewriteResponseHeader("Content-Type", "text/html"));
        ObjectKey page = new ObjectKey("a/page");
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), typed);
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            store.put(page, BODY, HTML);

            assertThat(store.head(page)).isPresent();
            assertThat(store.downloadDigests(page)).contains(BODY.digests());
        }
    }

    /** Some servers write their results without a declaration, below white space, with a prefix or the wrong type. */
    @Test
    void resultsOfS3AreTakenHoweverTheyAreWritten() {
        ProxyScript script = ProxyScript.always(
                request -> request.method().equals("GET"),
                answer(
                        "text/plain",
                        " \r\n<!-- a --><s3:ListBucketResult xmlns:s3=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                                + "</s3:ListBucketResult>"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            assertThat(store.listPage(PREFIX, Optional.empty()).objects()).isEmpty();
            MultipartUpload upload = store.startMultipart(OTHER, HTML);
            upload.complete(List.of(upload.put(1, BODY)), Precondition.NONE);
            assertThat(store.delete(List.of(OTHER))).isEmpty();
        }
    }

    private static ProxyAction answer(String type, String body) {
        return ProxyAction.answer(200, Map.of("Content-Type", type), body);
    }

    private static void answerInPart(ServerSocket listener) {
        try (Socket client = listener.accept()) {
            client.getInputStream().read(new byte[8192]);
            client.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<Li".getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
