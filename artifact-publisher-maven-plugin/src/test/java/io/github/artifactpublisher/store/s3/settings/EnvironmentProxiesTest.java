package io.github.artifactpublisher.store.s3.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.settings.S3Settings.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proxy of a server, by system properties and environment. */
class EnvironmentProxiesTest {
    private static final URI HTTPS = URI.create("https://s3.example.com");
    private static final URI HTTP = URI.create("http://s3.example.com");

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();

    @Test
    void eachSchemeHasItsVariable() {
        environment.put("HTTP_PROXY", "http://plain:3128");
        environment.put("HTTPS_PROXY", "http://secure:3128");

        assertRoute(HTTPS, ", proxy http://secure:3128 (HTTPS_PROXY)");
        assertRoute(HTTP, ", proxy http://plain:3128 (HTTP_PROXY)");
    }

    @Test
    void theProxyOfHttpIsNotThatOfHttps() {
        environment.put("HTTP_PROXY", "http://plain:3128");
        properties.put("http.proxyHost", "plain");

        assertRoute(HTTPS, "");
    }

    @Test
    void lowerCaseWins() {
        environment.putAll(Map.of("https_proxy", "http://lower:1", "HTTPS_PROXY", "http://upper:1"));
        environment.putAll(Map.of("no_proxy", "lower.example", "NO_PROXY", "*"));

        assertRoute(HTTPS, ", proxy http://lower:1 (https_proxy)");
        environment.put("https_proxy", " ");
        assertRoute(HTTPS, ", proxy http://upper:1 (HTTPS_PROXY)");
    }

    @Test
    void inACgiScriptTheVariableOfTheRequestIsNotRead() {
        environment.putAll(Map.of("HTTP_PROXY", "http://evil:1", "REQUEST_METHOD", "GET"));
        assertRoute(HTTP, "");
        environment.put("http_proxy", "http://own:1");
        assertRoute(HTTP, ", proxy http://own:1 (http_proxy)");
        environment.put("HTTPS_PROXY", "http://secure:1");
        assertRoute(HTTPS, ", proxy http://secure:1 (HTTPS_PROXY)");
    }

    @Test
    void aProxyForAllSchemesComesLast() {
        environment.put("ALL_PROXY", "http://all:1");
        assertRoute(HTTPS, ", proxy http://all:1 (ALL_PROXY)");
        environment.put("HTTPS_PROXY", "http://secure:1");
        assertRoute(HTTPS, ", proxy http://secure:1 (HTTPS_PROXY)");
        assertRoute(HTTP, ", proxy http://all:1 (ALL_PROXY)");
    }

    @Test
    void aSocksProxyForAllIsPassedOverAndOneForTheSchemeIsRefused() {
        environment.put("ALL_PROXY", "socks5h://u:secret@socks:1080");
        assertRoute(HTTPS, ", no proxy (ALL_PROXY is a SOCKS proxy, which is not supported)");
        environment.put("https_proxy", "socks5://u:secret@socks:1080");

        assertRefused("https_proxy", "names a SOCKS proxy, which is not supported");
    }

    @Test
    void aServerIsLeftOutByName() {
        environment.putAll(Map.of("HTTPS_PROXY", "http://secure:1", "NO_PROXY", "localhost, .example.com"));

        assertRoute(HTTPS, ", no proxy (NO_PROXY has '.example.com')");
        assertRoute(URI.create("https://s3.example.org"), ", proxy http://secure:1 (HTTPS_PROXY)");
    }

    @Test
    void systemPropertiesComeBeforeTheEnvironment() {
        environment.put("HTTPS_PROXY", "http://secure:1");
        properties.putAll(Map.of(
                "https.proxyHost",
                "jvm",
                "https.proxyPort",
                "3128",
                "https.proxyUser",
                "u",
                "https.proxyPassword",
                "p%41"));

        assertRoute(HTTPS, ", proxy http://jvm:3128 (-Dhttps.proxyHost)");
        assertThat(proxy(HTTPS))
                .isEqualTo(new Proxy(URI.create("http://jvm:3128"), Optional.of("u"), Optional.of("p%41")));
        properties.remove("https.proxyPort");
        assertThat(proxy(HTTPS).uri()).isEqualTo(URI.create("http://jvm:443"));
        properties.put("http.nonProxyHosts", "localhost|*.example.com");
        assertRoute(HTTPS, ", no proxy (-Dhttp.nonProxyHosts has '*.example.com')");
        properties.put("http.proxyHost", "jvm");
        assertThat(proxy(URI.create("http://s3.example.org")).uri()).isEqualTo(URI.create("http://jvm:80"));
    }

    @ParameterizedTest
    @CsvSource({
        "proxy.corp:3128, http://proxy.corp:3128, , ",
        "proxy.corp, http://proxy.corp:80, , ",
        "http://proxy.corp, http://proxy.corp:80, , ",
        "HTTP://proxy.corp:3128/, http://proxy.corp:3128, , ",
        "https://proxy.corp, https://proxy.corp:443, , ",
        "http://10.0.0.1:3128, http://10.0.0.1:3128, , ",
        "http://[fd00::1]:3128, http://[fd00::1]:3128, , ",
        "http://me@proxy.corp:3128, http://proxy.corp:3128, me, ",
        "http://me:secret@proxy.corp:3128, http://proxy.corp:3128, me, secret",
        "me:secret@proxy.corp:3128, http://proxy.corp:3128, me, secret",
        "http://DOMAIN%5Cme:p%40s%3As%2F%25@proxy.corp:1, http://proxy.corp:1, DOMAIN\\me, p@s:s/%",
        "http://me:a+b%zz%@proxy.corp:1, http://proxy.corp:1, me, a+b%zz%",
        "http://me:p@ss/word@proxy.corp:1, http://proxy.corp:1, me, p@ss/word",
        "http://m%C3%BC:%e2%82%ac@proxy.corp:1, http://proxy.corp:1, mü, €",
        "http://me:@proxy.corp:1, http://proxy.corp:1, me, ''"
    })
    void anAddressMayLackItsSchemeAndHaveAPassword(String value, URI uri, String user, String password) {
        environment.put("HTTPS_PROXY", value);

        assertThat(proxy(HTTPS)).isEqualTo(new Proxy(uri, Optional.ofNullable(user), Optional.ofNullable(password)));
        assertThat(route(HTTPS).toString()).doesNotContain("secret").isEqualTo(", proxy " + uri + " (HTTPS_PROXY)");
    }

    @ParameterizedTest
    @CsvSource({
        "http://me:secret@proxy.corp:port, is not a proxy address such as http://proxy.example.com:3128",
        "http://me:secret@proxy.corp:99999, 'has the port 99999, which is not a valid port'",
        "http://me:secret@proxy.corp:0, 'has the port 0, which is not a valid port'",
        "http://me:secret@:3128, is not a proxy address such as http://proxy.example.com:3128",
        "http://me:secret@pro xy:3128, has an invalid host",
        "ftp://me:secret@proxy.corp, names a proxy of a scheme that is not supported; http:// and https:// are"
    })
    void anAddressThatIsNoneIsRefusedAndNotRepeated(String value, String reason) {
        environment.put("HTTPS_PROXY", value);

        assertRefused("HTTPS_PROXY", reason);
    }

    private void assertRefused(String source, String reason) {
        StoreException failure = catchThrowableOfType(StoreException.class, () -> route(HTTPS));

        assertThat(failure.kind()).isEqualTo(Kind.BAD_PROXY);
        assertThat(failure.facts().endpoint()).isEqualTo(source);
        assertThat(failure.facts().message()).contains(reason);
        assertThat(failure.getMessage()).doesNotContain("secret");
    }

    private void assertRoute(URI server, String text) {
        assertThat(route(server)).hasToString(text);
    }

    private Proxy proxy(URI server) {
        return route(server).proxy().orElseThrow();
    }

    private ProxyRoute route(URI server) {
        return new EnvironmentProxies(environment, properties::get).to(server);
    }
}
