package io.github.artifactpublisher.maven;

import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Does as Maven 3 does with a password in braces that it cannot decrypt: gives it back and notes a problem. */
public record PlainDecrypter() implements SettingsDecrypter {
    @Override
    public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
        return new SettingsDecryptionResult() {
            @Override
            public Server getServer() {
                return request.getServers().get(0);
            }

            @Override
            public List<Server> getServers() {
                return request.getServers();
            }

            @Override
            public Proxy getProxy() {
                return request.getProxies().get(0);
            }

            @Override
            public List<Proxy> getProxies() {
                return request.getProxies();
            }

            @Override
            public List<SettingsProblem> getProblems() {
                boolean encrypted = Stream.concat(
                                request.getServers().stream().map(Server::getPassword),
                                request.getProxies().stream().map(Proxy::getPassword))
                        .anyMatch(password -> String.valueOf(password).startsWith("{"));
                return encrypted
                        ? List.of(new DefaultSettingsProblem(
                                "Failed for s3: org.example.CipherException: java.lang.IllegalStateException:"
                                        + " no master password",
                                SettingsProblem.Severity.ERROR,
                                "settings.xml",
                                -1,
                                -1,
                                new IllegalStateException("no master password")))
                        : List.of();
            }
        };
    }
}
