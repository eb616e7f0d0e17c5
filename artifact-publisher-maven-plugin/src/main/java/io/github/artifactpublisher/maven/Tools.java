package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.ci.GitCommand;
import io.github.artifactpublisher.store.s3.EnvironmentProxies;
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
final class Tools {
    private final MavenSession session;
    private final String version;

    Tools(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.version = execution.getPlugin().getVersion();
    }

    /** Name to version, in a fixed order, since the manifest shows them. */
    Map<String, String> versions() {
        Map<String, String> tools = new LinkedHashMap<>();
        tools.put("artifact-publisher", version);
        tools.put("maven", mavenVersion());
        tools.put("java", System.getProperty("java.version"));
        return tools;
    }

    String mavenVersion() {
        return session.getSystemProperties().getProperty("maven.version", "unknown");
    }

    Publication publication(Log log, SettingsDecrypter decrypter) {
        return new Publication(
                log,
                new ServerCredentials(session.getSettings(), decrypter, System.getenv()),
                new MavenProxies(
                        session.getSettings(), decrypter, new EnvironmentProxies(System.getenv(), System::getProperty)),
                "artifact-publisher/" + version,
                Clock.systemUTC(),
                new GitCommand(Path.of(session.getExecutionRootDirectory()))::isAncestor);
    }
}
