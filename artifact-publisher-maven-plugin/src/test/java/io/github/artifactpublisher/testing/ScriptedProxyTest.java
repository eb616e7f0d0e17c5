package io.github.artifactpublisher.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ScriptedProxyTest {
    private static final String KEY = "a/b.bin";

    @TempDir
    Path directory;

    private S3Server server;
    private ScriptedProxy proxy;

    @BeforeEach
    void start() {
        server = S3Server.start(directory).createBucket("builds");
    }

    @AfterEach
    void stop() {
        proxy.close();
        server.close();
    }

    @Test
    void forwardsUnchangedAndRecords() {
        byte[] body = bytes(3 << 20);
        try (S3Client client = through(ProxyScript.passAll())) {
            put(client, body);

            assertThat(stored(client)).isEqualTo(body);
        }
        RecordedRequest put = proxy.requests().get(0);
        assertThat(put.method()).isEqualTo("PUT");
        assertThat(put.path()).isEqualTo("/builds/a/b.bin");
        assertThat(put.head().header("content-md5")).contains(base64Md5(body));
        assertThat(proxy.requests()).hasSize(2);
    }

    @Test
    void flipsAByteInOneRequestOnly() {
        byte[] body = bytes(1 << 20);
        try (S3Client client = through(ProxyScript.first(1, ProxyScript.put(KEY), ProxyAction.flipByte()))) {
            // With plain http the signature covers the body, and the server checks it before the Content-MD5.
            assertThatThrownBy(() -> put(client, body))
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("XAmzContentSHA256Mismatch"));
            assertThat(directory.resolve("builds/a/b.bin")).doesNotExist();

            put(client, body);

            assertThat(stored(client)).isEqualTo(body);
        }
    }

    @Test
    void sendsItsOwnResponseWithoutForwarding() {
        ProxyAction slowDown = ProxyAction.answer(
                403,
                Map.of("x-amz-request-id", "scripted-1"),
                "<Error><Code>AccessDenied</Code><Message>scripted</Message></Error>");
        try (S3Client client = through(ProxyScript.always(ProxyScript.put(KEY), slowDown))) {
            assertThatThrownBy(() -> put(client, bytes(100))).isInstanceOfSatisfying(S3Exception.class, e -> {
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
                assertThat(e.requestId()).isEqualTo("scripted-1");
            });
        }
        assertThat(directory.resolve("builds/a/b.bin")).doesNotExist();
    }

    @Test
    void rewritesAResponseHeader() {
        ProxyAction wrong = ProxyAction.rewriteResponseHeader("ETag", "\"0123456789abcdef0123456789abcdef\"");
        try (S3Client client = through(ProxyScript.always(ProxyScript.put(KEY), wrong))) {
            assertThat(put(client, bytes(100)).eTag()).isEqualTo("\"0123456789abcdef0123456789abcdef\"");
        }
        assertThat(directory.resolve("builds/a/b.bin")).exists();
    }

    @Test
    void sdkRetriesARequestThatIsCut() {
        byte[] body = bytes(3 << 20);
        try (S3Client client = through(ProxyScript.first(1, ProxyScript.put(KEY), ProxyAction.cutRequest()))) {
            put(client, body);

            assertThat(stored(client)).isEqualTo(body);
        }
    }

    @Test
    void losesTheResponseAfterTheObjectIsWritten() {
        try (S3Client client = through(ProxyScript.first(1, ProxyScript.put(KEY), ProxyAction.loseResponse()))) {
            put(client, bytes(100));
        }
        assertThat(proxy.requests()).hasSize(2);
    }

    @Test
    void closeEndsARequestWithoutResponse() {
        try (S3Client client = through(ProxyScript.always(ProxyScript.put(KEY), ProxyAction.neverAnswer()))) {
            assertThatThrownBy(() -> client.putObject(
                            request -> request.bucket("builds")
                                    .key(KEY)
                                    .overrideConfiguration(c -> c.apiCallTimeout(Duration.ofMillis(300))),
                            RequestBody.fromString("x")))
                    .isInstanceOf(SdkClientException.class)
                    .hasMessageContaining("timeout");
        }
    }

    @Test
    void forwardProxySendsEveryHostToItsUpstreamWithTheRightPassword() {
        proxy = ScriptedProxy.inFrontOf(
                server.endpoint(), ProxyScript.behindPassword("story", "secret", ProxyScript.passAll()));
        byte[] body = bytes(1 << 20);
        try (S3Client client = behindProxy("story", "secret")) {
            put(client, body);

            assertThat(stored(client)).isEqualTo(body);
        }
        assertThat(proxy.requests())
                .allSatisfy(request -> assertThat(request.head().target()).startsWith("http://s3.example.test/"));
    }

    @Test
    void forwardProxyRejectsAWrongPassword() {
        proxy = ScriptedProxy.inFrontOf(
                server.endpoint(), ProxyScript.behindPassword("story", "secret", ProxyScript.passAll()));
        try (S3Client client = behindProxy("story", "wrong")) {
            assertThatThrownBy(() -> put(client, bytes(100))).hasMessageContaining("407");
        }
    }

    @Test
    void recordsAChunkedBodyWithoutItsFraming() throws Exception {
        byte[] body = bytes(100_000);
        proxy = ScriptedProxy.inFrontOf(server.endpoint(), ProxyScript.passAll());
        HttpRequest request = HttpRequest.newBuilder(proxy.endpoint().resolve("/builds/unsigned"))
                .version(HttpClient.Version.HTTP_1_1)
                .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)))
                .build();

        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(proxy.requests()).singleElement().satisfies(recorded -> {
            assertThat(recorded.head().header("Transfer-Encoding")).contains("chunked");
            assertThat(recorded.bodyMd5()).isEqualTo(JdkDigests.md5(body));
        });
    }

    @Test
    void answersExpectBeforeTheBody() throws Exception {
        proxy = ScriptedProxy.inFrontOf(server.endpoint(), ProxyScript.passAll());
        HttpRequest request = HttpRequest.newBuilder(proxy.endpoint().resolve("/builds/unsigned"))
                .version(HttpClient.Version.HTTP_1_1)
                .expectContinue(true)
                .PUT(BodyPublishers.ofByteArray("hello".getBytes(UTF_8)))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
        assertThat(proxy.requests())
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.bodyLength()).isEqualTo(5));
    }

    private S3Client through(ProxyScript script) {
        proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
        return server.clientOf(proxy.endpoint());
    }

    private S3Client behindProxy(String user, String password) {
        return S3Client.builder()
                .endpointOverride(URI.create("http://s3.example.test"))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(server.accessKey(), server.secretKey())))
                .httpClientBuilder(Apache5HttpClient.builder()
                        .proxyConfiguration(ProxyConfiguration.builder()
                                .endpoint(proxy.endpoint())
                                .username(user)
                                .password(password)
                                .preemptiveBasicAuthenticationEnabled(true)
                                .build()))
                .build();
    }

    private static PutObjectResponse put(S3Client client, byte[] body) {
        return client.putObject(
                request -> request.bucket("builds").key(KEY).contentMD5(base64Md5(body)), RequestBody.fromBytes(body));
    }

    private static byte[] stored(S3Client client) {
        return client.getObjectAsBytes(request -> request.bucket("builds").key(KEY))
                .asByteArray();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }

    private static String base64Md5(byte[] body) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(JdkDigests.md5(body)));
    }
}
