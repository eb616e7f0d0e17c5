package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.maven.settings.StoreSettings.Identity;
import io.github.artifactpublisher.store.s3.settings.Access.StaticCredentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * Finds the credentials that the user has set: of a server in settings.xml, else of the variables that
 * travis-ci/artifacts used. None is a parameter, because {@code mvn -X} prints every parameter.
 */
final class ServerCredentials {
    private final org.apache.maven.settings.Settings settings;
    private final SettingsDecrypter decrypter;
    private final Map<String, String> environment;

    ServerCredentials(
            org.apache.maven.settings.Settings settings, SettingsDecrypter decrypter, Map<String, String> environment) {
        this.settings = settings;
        this.decrypter = decrypter;
        this.environment = environment;
    }

    /**
     * Returns the credentials of the server, else those of the variables unless a profile is set; empty if the SDK's
     * chain must find them.
     *
     * @throws SettingException if they are incomplete or cannot be decrypted
     */
    Optional<StaticCredentials> find(Identity identity) {
        Optional<StaticCredentials> ofServer = identity.serverId().map(this::ofServer);
        return ofServer.isPresent() || identity.profile().isPresent() ? ofServer : ofEnvironment();
    }

    private StaticCredentials ofServer(String id) {
        Server server = settings.getServer(id);
        if (server == null) {
            throw new SettingException(
                    "artifacts.serverId",
                    "is '" + id + "', which settings.xml does not have",
                    "Add a <server> with this <id>, the access key as <username> and the secret key as <password>.");
        }
        Server decrypted = decrypted(server);
        if (isBlank(decrypted.getUsername()) || isBlank(decrypted.getPassword())) {
            throw new SettingException(
                    "artifacts.serverId",
                    "is '" + id + "', a server without <username> or <password> in settings.xml",
                    "Put the access key into <username> and the secret key into <password>.");
        }
        return new StaticCredentials(
                decrypted.getUsername(),
                decrypted.getPassword(),
                Optional.empty(),
                "server '" + id + "' in settings.xml");
    }

    private Server decrypted(Server server) {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        UndecryptablePassword.requireNone(
                result.getProblems(), "artifacts.serverId", "is '" + server.getId() + "', whose password");
        return result.getServer();
    }

    private Optional<StaticCredentials> ofEnvironment() {
        Optional<String> key = variable(VariableNames.KEY);
        Optional<String> secret = variable(VariableNames.SECRET);
        if (key.isPresent() != secret.isPresent()) {
            throw new SettingException(
                    key.isPresent() ? "ARTIFACTS_KEY" : "ARTIFACTS_SECRET",
                    "is set without " + (key.isPresent() ? "ARTIFACTS_SECRET" : "ARTIFACTS_KEY"),
                    "Set both, or neither to use the AWS credentials chain.");
        }
        return key.map(accessKey -> new StaticCredentials(
                accessKey,
                secret.orElseThrow(),
                variable(VariableNames.TOKEN),
                variable(VariableNames.TOKEN).isPresent()
                        ? "ARTIFACTS_KEY, ARTIFACTS_SECRET and ARTIFACTS_TOKEN"
                        : "ARTIFACTS_KEY and ARTIFACTS_SECRET"));
    }

    private Optional<String> variable(List<String> names) {
        return names.stream()
                .map(environment::get)
                .filter(value -> !isBlank(value))
                .map(String::strip)
                .findFirst();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
