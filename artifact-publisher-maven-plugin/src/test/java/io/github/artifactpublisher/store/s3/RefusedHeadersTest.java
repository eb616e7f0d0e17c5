package io.github.artifactpublisher.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.PutResult;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.TestHeaders;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions.Checksums;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import io.github.artifactpublisher.store.s3.settings.S3Settings.Proxy;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.S3Server;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that refuse a header which the plugin can do without: the request is sent again without it. */
class RefusedHeadersTest {
    private static final ObjectKey KEY = new ObjectKey("a/key");
    private static final ObjectKey OTHER = new ObjectKey("a/other");
    private static final Body BODY = Body.of("some bytes to be sent".getBytes(UTF_8));
    private static final Body LARGE = Body.of(new byte[1 << 20]);
    private static final ObjectHeaders TEXT = TestHeaders.ofType("text/plain");

    private static S3Server server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = S3Server.start(folder).createBucket("builds");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | InvalidArgument | Unsupported header 'x-amz-checksum-sha256' received for this API call.",
                "400 | InvalidRequest | X-Amz-Sdk-Checksum-Algorithm is not supported",
                "400 | NotImplemented | A header you provided implies functionality that is not implemented: checksum",
                "501 | NotImplemented | A header you provided implies functionality that is not implemented",
                "501 | '' | ''",
                "500 | NotImplemented | A header is not implemented",
                "403 | AccessDenied | Header x-amz-checksum-sha256 is not allowed",
                "400 | '' | ''",
                "405 | MethodNotAllowed | x-amz-checksum-sha256"
            })
    void aPutIsSentAgainWithoutChecksumsAndTheNextOneAtOnce(int status, String code, String message) {
        try (ScriptedProxy proxy = refusing(RefusedHeadersTest::hasChecksum, status, error(code, message));
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            PutResult result = store.put(KEY, BODY, TEXT);
            store.put(OTHER, BODY, TEXT);

            assertThat(result.etag().orElseThrow().matches(BODY.digests().md5()))
                    .isTrue();
            assertThat(proxy.requests()).hasSize(3);
            assertThat(proxy.requests())
                    .allSatisfy(request -> assertThat(request.head().header("Content-MD5"))
                            .contains(BODY.digests().md5().base64()));
        }
    }

    /** The SDK reads only code and message of an answer in XML. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | application/xml | <Error><Code>InvalidArgument</Code><Message>Invalid argument.</Message>"
                        + "<ArgumentName>x-amz-checksum-sha256</ArgumentName></Error>",
                "400 | application/xml | <Error><Code>InvalidArgument</Code><Message>Invalid argument.</Message>"
                        + "<Details>unknown header X-Amz-Sdk-Checksum-Algorithm</Details></Error>",
                "400 | text/html | <html>Bad header: x-amz-checksum-sha256</html>",
                "422 | application/json | {error: 'x-amz-checksum-sha256'}",
                "501 | text/html | <html>Not implemented</html>"
            })
    void aPutIsSentAgainIfTheAnswerNamesTheHeaderInAnotherPlace(int status, String type, String body) {
        ProxyAction refusal = ProxyAction.answer(status, Map.of("Content-Type", type), body);
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(
                        server.endpoint(), ProxyScript.always(RefusedHeadersTest::hasChecksum, refusal));
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            store.put(KEY, BODY, TEXT);
            store.put(OTHER, BODY, TEXT);

            assertThat(proxy.requests()).hasSize(3);
        }
    }

    @Test
    void startsAMultipartUploadWithoutChecksums() {
        String message = "Unsupported header 'x-amz-checksum-algorithm' received for this API call.";
        try (ScriptedProxy proxy = refusing(RefusedHeadersTest::hasChecksum, 400, error("InvalidArgument", message));
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            MultipartUpload upload = store.startMultipart(KEY, TEXT);
            PutResult result = upload.complete(List.of(upload.put(1, BODY)), Precondition.NONE);

            assertThat(result.etag()).isPresent();
            assertThat(proxy.requests()).hasSize(4);
        }
    }

    /** The server takes the header of the upload, as one does that knows none, and refuses that of a part. */
    @Test
    void uploadsAPartWithoutChecksums() {
        Predicate<HttpHead> part = request -> request.query().contains("partNumber") && hasChecksum(request);
        try (ScriptedProxy proxy =
                        refusing(part, 400, error("InvalidArgument", "x-amz-checksum-sha256: unknown header"));
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            MultipartUpload upload = store.startMultipart(KEY, TEXT);
            upload.complete(List.of(upload.put(1, BODY)), Precondition.NONE);

            assertThat(store.downloadDigests(KEY)).contains(BODY.digests());
        }
    }

    @Test
    void sendsHeadWithoutChecksums() {
        try (ScriptedProxy proxy = refusing(RefusedHeadersTest::hasChecksum, 400, "");
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            store.put(KEY, BODY, TEXT);
            assertThat(store.head(KEY)).isPresent();
        }
        try (ScriptedProxy proxy = refusing(RefusedHeadersTest::hasChecksum, 501, "");
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            assertThat(store.head(KEY)).isPresent();
        }
    }

    @Test
    void copiesWithoutChecksums() {
        try (ScriptedProxy proxy = refusing(
                        RefusedHeadersTest::hasChecksum,
                        400,
                        error("InvalidArgument", "x-amz-checksum-algorithm is unknown"));
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            PutResult result = store.put(KEY, BODY, TEXT);

            assertThat(store.copy(KEY, result.etag().orElseThrow(), OTHER, TEXT).etag())
                    .isPresent();
        }
    }

    @Test
    void deletesWithoutChecksums() {
        try (ScriptedProxy proxy = refusing(
                        RefusedHeadersTest::hasChecksum,
                        400,
                        error("InvalidArgument", "x-amz-checksum-crc32 is unknown"));
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            store.put(KEY, BODY, TEXT);

            assertThat(store.delete(List.of(KEY, new ObjectKey("a/never-stored"))))
                    .isEmpty();
            assertThat(store.head(KEY)).isEmpty();
        }
    }

    @Test
    void otherFailuresAreNotRetriedWithoutChecksums() {
        try (ScriptedProxy proxy =
                        refusing(request -> true, 400, error("InvalidArgument", "The storage class is not known"));
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            assertThat(catchThrowableOfType(StoreException.class, () -> store.put(KEY, BODY, TEXT))
                            .kind())
                    .isEqualTo(Kind.REFUSED);
            assertThat(proxy.requests()).hasSize(1);
        }
    }

    @Test
    void aBodyThatIsDamagedIsNotSentWithLessToCheckItBy() {
        String message = "The SHA256 you specified did not match the calculated checksum.";
        try (ScriptedProxy proxy = refusing(request -> true, 400, error("BadDigest", message));
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            assertThat(catchThrowableOfType(StoreException.class, () -> store.put(KEY, BODY, TEXT))
                            .kind())
                    .isEqualTo(Kind.BODY_DAMAGED);
            assertThat(proxy.requests()).hasSize(1);
        }
    }

    @Test
    void aServerThatRefusesBothWaysIsReportedAndNothingIsRemembered() {
        ProxyScript script = ProxyScript.first(2, request -> true, ProxyAction.answer(501, Map.of(), ""));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            assertThat(catchThrowableOfType(StoreException.class, () -> store.put(KEY, BODY, TEXT))
                            .kind())
                    .isEqualTo(Kind.UNSUPPORTED);

            store.put(KEY, BODY, TEXT);

            assertThat(proxy.requests()).hasSize(3);
            assertThat(hasChecksum(proxy.requests().get(2).head())).isTrue();
        }
    }

    @Test
    void onlyALargeBodyWaitsForTheServersConsent() {
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), ProxyScript.passAll());
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            store.put(KEY, Body.of(new byte[(1 << 20) - 1]), TEXT);
            store.put(KEY, LARGE, TEXT);
            MultipartUpload upload = store.startMultipart(KEY, TEXT);
            upload.complete(List.of(upload.put(1, LARGE)), Precondition.NONE);

            assertThat(proxy.requests())
                    .extracting(request -> request.head().header("Expect").orElse("-"))
                    .containsExactly("-", "100-continue", "-", "100-continue", "-");
        }
    }

    @Test
    void aServerThatFailsTheExpectationGetsNoMore() {
        try (ScriptedProxy proxy = refusing(request -> request.header("Expect").isPresent(), 417, "");
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            store.put(KEY, LARGE, TEXT);
            store.put(OTHER, LARGE, TEXT);

            assertThat(proxy.requests())
                    .extracting(request -> request.head().header("Expect").orElse("-"))
                    .containsExactly("100-continue", "-", "-");
        }
    }

    @Test
    void noRequestOffersAnotherProtocol() {
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), ProxyScript.passAll());
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            store.put(KEY, BODY, TEXT);
            store.read(KEY);
            store.head(KEY);

            assertThat(proxy.requests())
                    .extracting(request -> request.head().header("Upgrade").orElse("-"))
                    .containsOnly("-");
        }
    }

    @Test
    void noRequestThroughAForwardProxyOffersAnotherProtocol() {
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), ProxyScript.passAll())) {
            Proxy forward = new Proxy(proxy.endpoint(), Optional.empty(), Optional.empty());
            URI elsewhere = URI.create("http://s3.example.invalid");
            try (S3ObjectStore store = TestStore.open(TestSettings.through(forward, elsewhere, "builds"))) {
                everyRequest(store);
            }

            assertThat(proxy.requests()).hasSizeGreaterThan(10).allSatisfy(request -> {
                assertThat(request.head().startLine()).contains(" http://s3.example.invalid");
                assertThat(request.head().header("Upgrade")).isEmpty();
                assertThat(request.head().header("Connection").orElse("keep-alive"))
                        .isEqualToIgnoringCase("keep-alive");
            });
        }
    }

    @Test
    void withoutChecksumsNoRequestMentionsThem() {
        RequestOptions none = new RequestOptions(Duration.ZERO, Duration.ofSeconds(30), Checksums.NONE);
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), ProxyScript.passAll())) {
            S3Settings settings = TestSettings.with(TestSettings.of(proxy.endpoint(), "builds"), none);
            try (S3ObjectStore store = TestStore.open(settings)) {
                everyRequest(store);
            }

            assertThat(proxy.requests())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(request -> assertThat(hasChecksum(request.head()))
                            .as(request.head().startLine() + request.head().headerLines())
                            .isFalse());
        }
    }

    private static void everyRequest(S3ObjectStore store) {
        PutResult result = store.put(KEY, BODY, TEXT);
        store.put(
                OTHER,
                BODY,
                TEXT,
                Precondition.matches(store.put(OTHER, BODY, TEXT).etag().orElseThrow()));
        store.read(KEY);
        store.downloadDigests(KEY);
        store.head(KEY);
        store.storedSha256(KEY);
        store.copy(KEY, result.etag().orElseThrow(), OTHER, TEXT);
        MultipartUpload upload = store.startMultipart(OTHER, TEXT);
        upload.complete(List.of(upload.put(1, BODY)), Precondition.NONE);
        store.startMultipart(OTHER, TEXT).abort();
        store.listPage(new KeyPrefix("a"), Optional.empty());
        store.incompleteUploads(new KeyPrefix("a"));
        store.delete(List.of(OTHER));
    }

    static boolean hasChecksum(HttpHead request) {
        return request.headerLines().stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .anyMatch(line -> line.startsWith("x-amz-checksum-") || line.startsWith("x-amz-sdk-checksum-"));
    }

    private static ScriptedProxy refusing(Predicate<HttpHead> fits, int status, String body) {
        return ScriptedProxy.inFrontOf(
                server.endpoint(), ProxyScript.always(fits, ProxyAction.answer(status, Map.of(), body)));
    }

    private static String error(String code, String message) {
        return code.isEmpty()
                ? ""
                : "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
    }
}
