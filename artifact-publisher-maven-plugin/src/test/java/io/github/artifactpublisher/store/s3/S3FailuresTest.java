package io.github.artifactpublisher.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.PutResult;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.TestHeaders;
import io.github.artifactpublisher.store.s3.settings.EnvironmentProxies;
import io.github.artifactpublisher.store.s3.settings.ProxyRoutes;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions.Checksums;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import io.github.artifactpublisher.store.s3.settings.S3Settings.Proxy;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.RecordedRequest;
import io.github.artifactpublisher.testing.S3Server;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.net.InetAddress;
import java.net.ServerSocket;
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

/** Failures of the network and the server, and the exceptions of the adapter. */
class S3FailuresTest {
    private static final ObjectKey KEY = new ObjectKey("a/key");
    private static final Body BODY = Body.of("some bytes to be sent".getBytes(UTF_8));

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
    @CsvSource({
        "403, AccessDenied, ACCESS_DENIED",
        "403, '', ACCESS_DENIED",
        "403, InvalidAccessKeyId, BAD_CREDENTIALS",
        "403, SignatureDoesNotMatch, BAD_CREDENTIALS",
        "403, RequestTimeTooSkewed, CLOCK_SKEWED",
        "407, '', PROXY_DENIED",
        "400, ExpiredToken, EXPIRED_CREDENTIALS",
        "400, BadDigest, BODY_DAMAGED",
        "400, IncompleteBody, BODY_DAMAGED",
        "400, EntityTooLarge, TOO_LARGE",
        "400, SomethingNew, REFUSED",
        "404, NoSuchBucket, NO_SUCH_BUCKET",
        "501, NotImplemented, UNSUPPORTED"
    })
    void anAnswerBecomesAKind(int status, String code, Kind kind) {
        StoreException failure = failure(ProxyAction.answer(status, Map.of("x-amz-request-id", "R1"), error(code)));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.facts().location()).isEqualTo("s3://builds/a/key");
        assertThat(failure.facts().status()).contains(status);
        assertThat(failure.facts().code()).isEqualTo(Optional.of(code).filter(c -> !c.isEmpty()));
        assertThat(failure.facts().requestId()).contains("R1");
    }

    @ParameterizedTest
    @CsvSource({
        "200, NOT_S3",
        "302, NOT_S3",
        "301, NOT_S3",
        "400, NOT_S3",
        "403, NOT_S3",
        "404, NOT_S3",
        "405, NOT_S3",
        "407, PROXY_DENIED",
        "413, TOO_LARGE"
    })
    void aServerThatAnswersPagesIsNoS3Server(int status, Kind kind) {
        StoreException failure = failure(ProxyAction.answer(
                status, Map.of("Content-Type", "text/html; charset=utf-8"), "<!DOCTYPE html><title>Hello</title>"));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.facts().endpoint()).startsWith("http://127.0.0.1:");
    }

    /** Some servers answer without a body, and so without a code. */
    @Test
    void a404WithoutABodyIsNoObject() {
        ProxyScript script = ProxyScript.always(request -> true, ProxyAction.answer(404, Map.of(), ""));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            assertThat(store.read(KEY)).isEmpty();
            assertThat(store.downloadDigests(KEY)).isEmpty();
            assertThat(store.head(KEY)).isEmpty();
        }
    }

    @Test
    void aRedirectNamesTheBucketsRegion() {
        StoreException failure = failure(
                ProxyAction.answer(301, Map.of("x-amz-bucket-region", "eu-west-3"), error("PermanentRedirect")));

        assertThat(failure.kind()).isEqualTo(Kind.WRONG_REGION);
        assertThat(failure.facts().expected()).contains("eu-west-3");
    }

    @ParameterizedTest
    @CsvSource({
        "307, https://builds.s3.eu-west-3.amazonaws.com/a/key, WRONG_REGION, eu-west-3",
        "301, https://s3.eu-west-3.amazonaws.com/builds/a/key, WRONG_REGION, eu-west-3",
        "307, https://new.example.com:9000/builds/a/key, REDIRECTED, https://new.example.com:9000",
        "308, https://builds.new.example.com/a/key, REDIRECTED, https://new.example.com",
        "302, https://login.example.com/, REDIRECTED, https://login.example.com",
        "307, /elsewhere, REDIRECTED, ",
        "307, 'no url', REDIRECTED, "
    })
    void aRedirectNamesItsTarget(int status, String location, Kind kind, String expected) {
        StoreException failure = failure(ProxyAction.answer(
                status, Map.of("Location", location), status == 307 ? error("TemporaryRedirect") : ""));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.facts().expected()).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidToken",
        "403, InvalidTokenId",
        "400, ExpiredToken",
        "400, TokenRefreshRequired",
        "501, NotImplemented"
    })
    void aStaleTokenBesideValidKeysIsNamed(int status, String code) {
        ProxyScript script = ProxyScript.always(request -> true, ProxyAction.answer(status, Map.of(), error(code)));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = TestStore.open(TestSettings.withToken(proxy.endpoint(), "builds"))) {
            StoreException failure = catchThrowableOfType(StoreException.class, () -> store.read(KEY));

            assertThat(failure.kind()).isEqualTo(Kind.TOKEN_REFUSED);
            assertThat(failure.facts().expected()).contains("ARTIFACTS_TOKEN");
        }
    }

    @Test
    void aWrongSecretIsReportedBeforeTheFirstUpload() {
        try (S3ObjectStore store =
                TestStore.open(TestSettings.withSecret(server.endpoint(), "builds", "not the secret"))) {
            assertThat(catchThrowableOfType(StoreException.class, () -> store.read(KEY))
                            .kind())
                    .isEqualTo(Kind.BAD_CREDENTIALS);
        }
    }

    @Test
    void anEndpointThatRefusesIsUnreachable() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        try (S3ObjectStore store =
                TestStore.open(TestSettings.patient(URI.create("http://127.0.0.1:" + port), "builds", Duration.ZERO))) {
            StoreException failure = catchThrowableOfType(StoreException.class, () -> store.read(KEY));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.facts().endpoint()).isEqualTo("http://127.0.0.1:" + port);
            assertThat(failure.facts().message().orElseThrow()).contains("refused");
        }
    }

    @Test
    void aHostThatIsNotKnownIsNamed() {
        try (S3ObjectStore store = TestStore.open(
                TestSettings.patient(URI.create("http://s3.example.invalid"), "builds", Duration.ZERO))) {
            StoreException failure = catchThrowableOfType(StoreException.class, () -> store.read(KEY));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.facts().message().orElseThrow()).contains("s3.example.invalid");
        }
    }

    @Test
    void aLostResponseAServerErrorAndAThrottleAreOvercome() {
        for (ProxyAction fault : new ProxyAction[] {
            ProxyAction.loseResponse(),
            ProxyAction.cutRequest(),
            ProxyAction.answer(500, Map.of(), error("InternalError")),
            ProxyAction.answer(503, Map.of(), error("SlowDown"))
        }) {
            ProxyScript once = ProxyScript.first(1, ProxyScript.put("/a/key"), fault);
            try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), once);
                    S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
                PutResult result = store.put(KEY, BODY, TEXT);

                assertThat(result.etag().orElseThrow().matches(BODY.digests().md5()))
                        .as(fault.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void everyRetryIsReported() {
        List<String> retries = Collections.synchronizedList(new ArrayList<>());
        ProxyScript twice = ProxyScript.first(
                2, ProxyScript.put("/a/key"), ProxyAction.answer(500, Map.of(), error("InternalError")));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), twice);
                S3ObjectStore store = TestStore.open(
                        TestSettings.of(proxy.endpoint(), "builds"),
                        retry -> retries.add(
                                retry.action() + " " + retry.server() + " " + retry.attempt() + " " + retry.cause()))) {
            store.put(KEY, BODY, TEXT);
        }

        assertThat(retries)
                .hasSize(2)
                .first()
                .asString()
                .matches("PutObject 127\\.0\\.0\\.1:\\d+ 1 500 InternalError Because\\.");
    }

    @Test
    void everyPutCarriesTheDigestsOfItsBodyAndNoFraming() {
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), ProxyScript.passAll());
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            store.put(KEY, BODY, TEXT);

            RecordedRequest put = proxy.requests().get(0);
            assertThat(put.bodyLength()).isEqualTo(BODY.digests().size());
            assertThat(put.bodyMd5()).isEqualTo(BODY.digests().md5().hex());
            assertThat(put.head().header("Content-MD5"))
                    .contains(BODY.digests().md5().base64());
            assertThat(put.head().header("x-amz-checksum-sha256"))
                    .contains(BODY.digests().sha256().base64());
            assertThat(put.head().header("Content-Type")).contains("text/plain");
            assertThat(put.head().header("Content-Encoding")).isEmpty();
            assertThat(put.head().header("x-amz-trailer")).isEmpty();
            assertThat(put.head().header("x-amz-acl")).isEmpty();
            assertThat(put.head().header("User-Agent").orElseThrow()).endsWith("artifact-publisher/test");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x-amz-server-side-encryption, AES256, true",
        "x-amz-server-side-encryption, aws:kms, false",
        "x-amz-server-side-encryption, aws:kms:dsse, false",
        "x-amz-server-side-encryption-customer-algorithm, AES256, false",
        "ETag, '\"0123456789abcdef0123456789abcdef-2\"', false",
        "ETag, '\"opaque\"', false"
    })
    void theResponseSaysWhetherTheETagIsAnMd5(String header, String value, boolean isMd5) {
        ProxyScript script =
                ProxyScript.always(ProxyScript.put("/a/key"), ProxyAction.rewriteResponseHeader(header, value));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            assertThat(store.put(KEY, BODY, TEXT).etagIsMd5()).isEqualTo(isMd5);
        }
    }

    @Test
    void aProxyWithAPasswordIsUsedButNotForHostsThatAreDirect() {
        URI elsewhere = URI.create("http://s3.example.invalid");
        ProxyScript script = ProxyScript.behindPassword("builder", "proxy-password", ProxyScript.passAll());
        try (ScriptedProxy http = ScriptedProxy.inFrontOf(server.endpoint(), script)) {
            Proxy proxy = new Proxy(http.endpoint(), Optional.of("builder"), Optional.of("proxy-password"));
            try (S3ObjectStore store = TestStore.open(TestSettings.through(proxy, elsewhere, "builds"))) {
                assertThat(store.put(KEY, BODY, TEXT).etagIsMd5()).isTrue();
            }
            ProxyRoutes direct = new EnvironmentProxies(
                    Map.of("http_proxy", http.endpoint().toString(), "no_proxy", ".example.invalid"), name -> null);
            try (S3ObjectStore store = TestStore.open(TestSettings.with(
                    TestSettings.through(direct, elsewhere, "builds"),
                    new RequestOptions(Duration.ZERO, RequestOptions.DEFAULTS.requestTimeout(), Checksums.AUTO)))) {
                StoreException failure = catchThrowableOfType(StoreException.class, () -> store.read(KEY));
                assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            }
        }
    }

    @Test
    void noSecretIsInAnyText() {
        S3Settings settings = TestSettings.through(
                new Proxy(URI.create("http://p:1"), Optional.of("u"), Optional.of("proxy-password")),
                URI.create("http://127.0.0.1:1"),
                "builds");

        assertThat(settings.toString()).doesNotContain(S3Server.SECRET_KEY).doesNotContain("proxy-password");
    }

    private static StoreException failure(ProxyAction action) {
        ProxyScript script = ProxyScript.always(request -> true, action);
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            return catchThrowableOfType(StoreException.class, () -> store.read(KEY));
        }
    }

    private static String error(String code) {
        return code.isEmpty()
                ? ""
                : "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>Because.</Message></Error>";
    }
}
