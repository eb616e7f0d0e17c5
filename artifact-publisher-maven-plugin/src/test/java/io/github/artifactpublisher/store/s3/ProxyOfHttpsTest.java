package io.github.artifactpublisher.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.TestHeaders;
import io.github.artifactpublisher.store.s3.settings.AwsSettings;
import io.github.artifactpublisher.store.s3.settings.EnvironmentProxies;
import io.github.artifactpublisher.store.s3.settings.ProxyRoutes;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import io.github.artifactpublisher.testing.ConnectProxy;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.S3Server;
import io.github.artifactpublisher.testing.TlsFront;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An https endpoint behind the proxies that the environment names, on the wire. */
class ProxyOfHttpsTest {
    private static final ObjectKey KEY = new ObjectKey("a/key");
    private static final Body BODY = Body.of("text".getBytes(UTF_8));

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private S3Server server;
    private TlsFront tls;
    private ConnectProxy proxy;

    @BeforeEach
    void start() {
        server = S3Server.start(folder.resolve("s3")).createBucket("builds");
        tls = TlsFront.inFrontOf(server.endpoint(), folder.resolve("tls"));
        proxy = ConnectProxy.to(tls.endpoint());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        tls.close();
        server.close();
    }

    @Test
    void theVariableOfHttpsIsUsedAndThatOfHttpIsNot() throws IOException {
        try (ConnectProxy plain = ConnectProxy.to(tls.endpoint())) {
            environment.put("HTTP_PROXY", plain.endpoint().toString());
            environment.put("HTTPS_PROXY", proxy.endpoint().toString());

            put(tls.endpoint());

            assertThat(plain.tunnels()).isEmpty();
            assertThat(proxy.tunnels()).extracting(HttpHead::method).containsOnly("CONNECT");
        }
    }

    @Test
    void aNameAndAPasswordGoToTheProxyAndNotIntoTheLog() {
        environment.put(
                "https_proxy", "http://me:p%40ss@127.0.0.1:" + proxy.endpoint().getPort());

        String identity = put(tls.endpoint());

        String basic = "Basic " + Base64.getEncoder().encodeToString("me:p@ss".getBytes(UTF_8));
        assertThat(proxy.tunnels())
                .isNotEmpty()
                .allSatisfy(
                        head -> assertThat(head.header("Proxy-Authorization")).contains(basic));
        assertThat(identity)
                .endsWith(", endpoint " + tls.endpoint() + " (artifacts.endpoint), proxy " + proxy.endpoint()
                        + " (https_proxy)");
    }

    @Test
    void aVariableWithoutASchemeIsTaken() {
        environment.put("https_proxy", "127.0.0.1:" + proxy.endpoint().getPort());

        put(tls.endpoint());

        assertThat(proxy.tunnels()).isNotEmpty();
    }

    @Test
    void thePropertyOfTheJvmIsTaken() {
        properties.put("https.proxyHost", "127.0.0.1");
        properties.put("https.proxyPort", String.valueOf(proxy.endpoint().getPort()));

        put(tls.endpoint());

        assertThat(proxy.tunnels()).isNotEmpty();
    }

    @Test
    void aServerOfNoProxyIsAskedDirectly() {
        environment.put("https_proxy", proxy.endpoint().toString());
        environment.put("no_proxy", "localhost, 127.0.0.0/8");

        String identity = put(tls.endpoint());

        assertThat(proxy.tunnels()).isEmpty();
        assertThat(identity).endsWith(", no proxy (no_proxy has '127.0.0.0/8')");
    }

    @Test
    void aProxyMaySpeakTls() throws IOException {
        try (TlsFront front = TlsFront.inFrontOf(proxy.endpoint(), folder.resolve("proxy"))) {
            environment.put("https_proxy", front.endpoint().toString());
            Path both = Files.writeString(
                    folder.resolve("both.pem"),
                    Files.readString(front.certificate()) + Files.readString(tls.certificate()));

            put(tls.endpoint(), both);

            assertThat(proxy.tunnels()).isNotEmpty();
        }
    }

    private String put(URI endpoint) {
        return put(endpoint, tls.certificate());
    }

    private String put(URI endpoint, Path bundle) {
        AwsSettings aws = TestSettings.aws(Map.of("AWS_CA_BUNDLE", bundle.toString()));
        ProxyRoutes proxies = new EnvironmentProxies(environment, properties::get);
        S3Settings settings = TestSettings.with(aws, TestSettings.through(proxies, endpoint, "builds"));
        try (S3ObjectStore store = TestStore.open(settings)) {
            store.put(KEY, BODY, TestHeaders.ofType("text/plain"));
            return store.identity();
        }
    }
}
