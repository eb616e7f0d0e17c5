package io.github.artifactpublisher.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.maven.PlainDecrypter;
import io.github.artifactpublisher.maven.settings.StoreSettings.Identity;
import io.github.artifactpublisher.store.s3.settings.Access.StaticCredentials;
import io.github.artifactpublisher.store.s3.settings.ProxyRoute;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsAndProxiesTest {
    private static final URI HTTPS = URI.create("https://s3.example.com");
    private static final ProxyRoute OTHER = ProxyRoute.direct("the environment's");
    private static final Identity NO_IDENTITY = new Identity(Optional.empty(), Optional.empty(), Optional.empty());

    private final Settings settings = new Settings();

    @Test
    void aServerOfSettingsXmlGivesTheCredentials() {
        settings.addServer(server("AKIAEXAMPLE", "the secret"));

        assertThat(credentials(Map.of("ARTIFACTS_KEY", "other", "ARTIFACTS_SECRET", "other"))
                        .find(server("s3")))
                .contains(new StaticCredentials(
                        "AKIAEXAMPLE", "the secret", Optional.empty(), "server 's3' in settings.xml"));
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> credentials(Map.of()).find(server("s3")))
                .isInstanceOf(SettingException.class)
                .hasMessage("artifacts.serverId is 's3', which settings.xml does not have");
    }

    @Test
    void aPasswordThatCannotBeDecryptedIsNotSentAsItIs() {
        settings.addServer(server("AKIAEXAMPLE", "{cipher text}"));

        assertThatThrownBy(() -> credentials(Map.of()).find(server("s3")))
                .isInstanceOf(SettingException.class)
                .hasMessage("artifacts.serverId is 's3', whose password Maven cannot decrypt: Failed for s3: no master"
                        + " password")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void halfACredentialIsNone() {
        settings.addServer(server("AKIAEXAMPLE", ""));

        assertThatThrownBy(() -> credentials(Map.of()).find(server("s3"))).hasMessageContaining("<password>");
        assertThatThrownBy(() -> credentials(Map.of("ARTIFACTS_KEY", "k")).find(NO_IDENTITY))
                .hasMessage("ARTIFACTS_KEY is set without ARTIFACTS_SECRET");
        assertThatThrownBy(() -> credentials(Map.of("ARTIFACTS_SECRET", "s")).find(NO_IDENTITY))
                .hasMessage("ARTIFACTS_SECRET is set without ARTIFACTS_KEY");
    }

    @Test
    void readsTheVariablesOfTravisArtifacts() {
        Map<String, String> environment = Map.of("ARTIFACTS_KEY", "k", "ARTIFACTS_SECRET", "s", "ARTIFACTS_TOKEN", "t");

        assertThat(credentials(environment).find(NO_IDENTITY))
                .contains(new StaticCredentials(
                        "k", "s", Optional.of("t"), "ARTIFACTS_KEY, ARTIFACTS_SECRET and ARTIFACTS_TOKEN"));
        assertThat(credentials(Map.of()).find(NO_IDENTITY)).isEmpty();
    }

    @Test
    void aProxysPasswordThatCannotBeDecryptedIsNotSentEither() {
        Proxy proxy = proxy("https", "p");
        proxy.setId("corporate");
        proxy.setPassword("{cipher text}");
        settings.setProxies(List.of(proxy));

        assertThatThrownBy(() -> proxies().to(HTTPS))
                .isInstanceOf(SettingException.class)
                .hasMessage("The proxy 'corporate' of settings.xml has a password that Maven cannot decrypt: Failed for"
                        + " s3: no master password");
    }

    @ParameterizedTest
    @CsvSource({"https://s3.example.com, https-proxy", "http://localhost:9000, http-proxy"})
    void theProxyForTheProtocolIsTaken(URI endpoint, String host) {
        settings.setProxies(List.of(proxy("http", "http-proxy"), proxy("https", "https-proxy")));

        assertThat(proxies().to(endpoint).proxy())
                .hasValueSatisfying(proxy -> assertThat(proxy.uri()).isEqualTo(URI.create("http://" + host + ":3128")));
    }

    @Test
    void theHttpProxyServesHttpsIfThereIsNoOtherAndAnInactiveOneNothing() {
        Proxy inactive = proxy("https", "inactive");
        inactive.setActive(false);
        settings.setProxies(List.of(inactive, proxy("http", "http-proxy")));

        assertThat(proxies().to(HTTPS).proxy().map(S3Settings.Proxy::uri))
                .contains(URI.create("http://http-proxy:3128"));
        settings.setProxies(List.of(inactive));
        assertThat(proxies().to(HTTPS)).isEqualTo(OTHER);
    }

    @Test
    void aDirectHostIsNamedWithTheProxyThatIsNotUsed() {
        Proxy proxy = proxy("https", "p");
        proxy.setId("corporate");
        proxy.setNonProxyHosts("localhost|*.corp.example | 10.*");
        settings.setProxies(List.of(proxy));

        assertThat(proxies().to(URI.create("https://s3.corp.example")))
                .hasToString(
                        ", no proxy (nonProxyHosts of the proxy 'corporate' of settings.xml has '*.corp.example')");
        assertThat(proxies().to(HTTPS)).hasToString(", proxy http://p:3128 (proxy 'corporate' of settings.xml)");
    }

    @Test
    void aProfileThatIsNamedComesBeforeTheVariables() {
        Identity profile = new Identity(Optional.empty(), Optional.of("ci"), Optional.empty());

        assertThat(credentials(Map.of("ARTIFACTS_KEY", "k", "ARTIFACTS_SECRET", "s"))
                        .find(profile))
                .isEmpty();
    }

    private static Identity server(String id) {
        return new Identity(Optional.of(id), Optional.empty(), Optional.empty());
    }

    private ServerCredentials credentials(Map<String, String> environment) {
        return new ServerCredentials(settings, new PlainDecrypter(), environment);
    }

    private MavenProxies proxies() {
        return new MavenProxies(settings, new PlainDecrypter(), server -> OTHER);
    }

    private static Server server(String user, String password) {
        Server server = new Server();
        server.setId("s3");
        server.setUsername(user);
        server.setPassword(password);
        return server;
    }

    private static Proxy proxy(String protocol, String host) {
        Proxy proxy = new Proxy();
        proxy.setProtocol(protocol);
        proxy.setHost(host);
        proxy.setPort(3128);
        return proxy;
    }
}
