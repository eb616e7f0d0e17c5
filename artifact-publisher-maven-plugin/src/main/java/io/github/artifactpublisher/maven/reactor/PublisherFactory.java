package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.git.GitCommand;
import io.github.artifactpublisher.maven.settings.StoreConnection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * The programs that make and publish the set, and what they bring: credentials, proxies, a name for the server's log.
 */
public final class PublisherFactory {
    private final MavenSession session;
    private final String version;

    PublisherFactory(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.version = execution.getPlugin().getVersion();
    }

    /** Name to version, in a fixed order, since the manifest shows them. */
    public Map<String, String> versions() {
        Map<String, String> tools = new LinkedHashMap<>();
        tools.put("artifact-publisher", version);
        tools.put("maven", mavenVersion());
        tools.put("java", System.getProperty("java.version"));
        return tools;
    }

    public String mavenVersion() {
        return session.getSystemProperties().getProperty("maven.version", "unknown");
    }

    public SetPublisher publication(Log log, SettingsDecrypter decrypter) {
        return new SetPublisher(
                log,
                new StoreConnection(session.getSettings(), decrypter, System.getenv(), "artifact-publisher/" + version),
                Clock.systemUTC(),
                new GitCommand(Path.of(session.getExecutionRootDirectory()))::isAncestor);
    }
}
