package io.github.artifactpublisher.store.s3.settings;

import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.settings.S3Settings.Proxy;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Finds the proxy in the system properties ("Java Networking and Proxies"), or else in the environment as curl does:
 * the variable of the server's scheme, lower case first, then {@code ALL_PROXY}.
 */
public final class EnvironmentProxies implements ProxyRoutes {
    private final Map<String, String> environment;
    private final UnaryOperator<String> properties;

    /**
     * Creates the proxies of these settings.
     *
     * @param environment the environment variables
     * @param properties returns the value of a system property, or null
     */
    public EnvironmentProxies(Map<String, String> environment, UnaryOperator<String> properties) {
        this.environment = environment;
        this.properties = properties;
    }

    @Override
    public ProxyRoute to(URI server) {
        String scheme = server.getScheme().toLowerCase(Locale.ROOT);
        return ofProperties(server, scheme).orElseGet(() -> ofVariables(server, scheme));
    }

    private Optional<ProxyRoute> ofProperties(URI server, String scheme) {
        String source = "-D" + scheme + ".proxyHost";
        return property(scheme + ".proxyHost").map(host -> {
            Optional<String> direct = property("http.nonProxyHosts")
                    .flatMap(hosts -> NoProxy.ofHosts(hosts).match(server));
            if (direct.isPresent()) {
                return ProxyRoute.direct("-Dhttp.nonProxyHosts has '" + direct.get() + "'");
            }
            String port = property(scheme + ".proxyPort").orElse(scheme.equals("https") ? "443" : "80");
            Proxy proxy = new Proxy(
                    ProxyAddress.of(host, port, source).uri(),
                    property(scheme + ".proxyUser"),
                    property(scheme + ".proxyPassword"));
            return ProxyRoute.through(proxy, source);
        });
    }

    private ProxyRoute ofVariables(URI server, String scheme) {
        Optional<AwsSetting> found =
                variable(scheme + "_proxy", ofScheme(scheme)).or(() -> variable("all_proxy", "ALL_PROXY"));
        if (found.isEmpty()) {
            return ProxyRoute.NO_PROXY;
        }
        AwsSetting given = found.get();
        Optional<AwsSetting> exceptions = variable("no_proxy", "NO_PROXY");
        Optional<String> direct =
                exceptions.flatMap(hosts -> NoProxy.ofVariable(hosts.value()).match(server));
        if (direct.isPresent()) {
            return ProxyRoute.direct(exceptions.get().source() + " has '" + direct.get() + "'");
        }
        if (ProxyAddress.isSocks(given.value())) {
            return withoutSocks(given);
        }
        return ProxyRoute.through(
                ProxyAddress.parse(given.value(), given.source()).proxy(), given.source());
    }

    /** A SOCKS proxy in ALL_PROXY is ignored, as by Go programs; one for the scheme of the server is a failure. */
    private static ProxyRoute withoutSocks(AwsSetting given) {
        if (given.source().equalsIgnoreCase("all_proxy")) {
            return ProxyRoute.direct(given.source() + " is a SOCKS proxy, which is not supported");
        }
        throw new StoreException(
                Kind.BAD_PROXY,
                Facts.before("proxy", given.source(), given.source(), "names a SOCKS proxy, which is not supported"),
                null);
    }

    /** In a CGI script, {@code HTTP_PROXY} may be a header of the request ("httpoxy"). */
    private String ofScheme(String scheme) {
        return scheme.equals("http") && variable("REQUEST_METHOD").isPresent()
                ? "http_proxy"
                : scheme.toUpperCase(Locale.ROOT) + "_PROXY";
    }

    private Optional<AwsSetting> variable(String... names) {
        return Stream.of(names)
                .filter(name ->
                        !Optional.ofNullable(environment.get(name)).orElse("").isBlank())
                .map(name -> new AwsSetting(environment.get(name).strip(), name))
                .findFirst();
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(properties.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
