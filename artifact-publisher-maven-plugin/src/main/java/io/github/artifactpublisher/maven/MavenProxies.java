package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.store.s3.S3Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Finds the proxy of settings.xml that Maven itself would use, since Maven's proxies do not reach the SDK. */
final class MavenProxies {
    private final Settings settings;
    private final SettingsDecrypter decrypter;

    MavenProxies(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    /**
     * The active proxy for the endpoint's protocol; for https that of http if there is no other. Amazon's own endpoints
     * are https.
     */
    Optional<S3Settings.Proxy> find(Optional<URI> endpoint) {
        String protocol = endpoint.map(URI::getScheme).orElse("https").toLowerCase(Locale.ROOT);
        return Stream.of(protocol, "http")
                .flatMap(name -> settings.getProxies().stream()
                        .filter(Proxy::isActive)
                        .filter(proxy -> name.equalsIgnoreCase(proxy.getProtocol())))
                .findFirst()
                .map(this::decrypted)
                .map(MavenProxies::value);
    }

    private Proxy decrypted(Proxy proxy) {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy));
        Undecryptable.requireNone(
                result.getProblems(), "The proxy '" + proxy.getId() + "' of settings.xml", "has a password that");
        return result.getProxy();
    }

    private static S3Settings.Proxy value(Proxy proxy) {
        return new S3Settings.Proxy(
                uri(proxy),
                Optional.ofNullable(proxy.getUsername()).filter(user -> !user.isBlank()),
                Optional.ofNullable(proxy.getPassword()),
                direct(proxy.getNonProxyHosts()));
    }

    /** The proxy itself is spoken to in HTTP, whatever protocol it is for. */
    private static URI uri(Proxy proxy) {
        try {
            return new URI("http", null, proxy.getHost(), proxy.getPort(), null, null, null);
        } catch (URISyntaxException e) {
            throw new SettingException(
                    "The proxy '" + proxy.getId() + "' of settings.xml", "has no legal <host>", "Correct it.");
        }
    }

    private static Set<String> direct(String nonProxyHosts) {
        return Arrays.stream(Optional.ofNullable(nonProxyHosts).orElse("").split("[|,]"))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
