package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.store.s3.settings.NoProxy;
import io.github.artifactpublisher.store.s3.settings.ProxyRoute;
import io.github.artifactpublisher.store.s3.settings.ProxyRoutes;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Finds the proxy in settings.xml by the rules of Maven, or in the environment if settings.xml has no active one. */
final class MavenProxies implements ProxyRoutes {
    private final Settings settings;
    private final SettingsDecrypter decrypter;
    private final ProxyRoutes others;

    MavenProxies(Settings settings, SettingsDecrypter decrypter, ProxyRoutes others) {
        this.settings = settings;
        this.decrypter = decrypter;
        this.others = others;
    }

    /** Returns the active proxy for the protocol of the server; for https also that for http. */
    @Override
    public ProxyRoute to(URI server) {
        String protocol = server.getScheme().toLowerCase(Locale.ROOT);
        return Stream.of(protocol, "http")
                .flatMap(name -> settings.getProxies().stream()
                        .filter(Proxy::isActive)
                        .filter(proxy -> name.equalsIgnoreCase(proxy.getProtocol())))
                .findFirst()
                .map(proxy -> route(proxy, server))
                .orElseGet(() -> others.to(server));
    }

    private ProxyRoute route(Proxy proxy, URI server) {
        String source = proxy.getId() == null || proxy.getId().isBlank()
                ? "settings.xml"
                : "proxy '" + proxy.getId() + "' of settings.xml";
        String direct = Optional.ofNullable(proxy.getNonProxyHosts()).orElse("");
        return NoProxy.ofHosts(direct)
                .match(server)
                .map(entry -> ProxyRoute.direct("nonProxyHosts of the " + source + " has '" + entry + "'"))
                .orElseGet(() -> ProxyRoute.through(value(decrypted(proxy)), source));
    }

    private Proxy decrypted(Proxy proxy) {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy));
        UndecryptablePassword.requireNone(
                result.getProblems(), "The proxy '" + proxy.getId() + "' of settings.xml", "has a password that");
        return result.getProxy();
    }

    private static S3Settings.Proxy value(Proxy proxy) {
        return new S3Settings.Proxy(
                uri(proxy),
                Optional.ofNullable(proxy.getUsername()).filter(user -> !user.isBlank()),
                Optional.ofNullable(proxy.getPassword()));
    }

    /** The connection to the proxy is always HTTP. */
    private static URI uri(Proxy proxy) {
        try {
            return new URI("http", null, proxy.getHost(), proxy.getPort(), null, null, null);
        } catch (URISyntaxException e) {
            // Not kept as the cause: its message has the host, which may contain a password.
            throw new SettingException(
                    "The proxy '" + proxy.getId() + "' of settings.xml", "has no valid <host>", "Correct it.");
        }
    }
}
