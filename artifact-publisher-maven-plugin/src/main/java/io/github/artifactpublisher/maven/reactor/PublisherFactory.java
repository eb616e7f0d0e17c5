package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.git.GitCommand;
import io.github.artifactpublisher.maven.settings.StoreConnection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the publisher of a session, and lists the programs that make the set. */
public final class PublisherFactory {
    private final GoalCall call;

    PublisherFactory(GoalCall call) {
        this.call = call;
    }

    /** Returns the versions of the plugin, Maven and Java by name, in the order of the manifest. */
    public Map<String, String> versions() {
        Map<String, String> tools = new LinkedHashMap<>();
        tools.put("artifact-publisher", version());
        tools.put("maven", mavenVersion());
        tools.put("java", System.getProperty("java.version"));
        return tools;
    }

    /** Returns the version of Maven. */
    public String mavenVersion() {
        return call.session().getSystemProperties().getProperty("maven.version", "unknown");
    }

    /** Returns a publisher, which opens the bucket when it publishes. */
    public SetPublisher publisher() {
        return new SetPublisher(
                call.log(),
                connection(),
                OpenStores.of(call.session()),
                Clock.systemUTC(),
                new GitCommand(Path.of(call.session().getExecutionRootDirectory()))::isAncestor);
    }

    /** Returns the connection to the bucket, which is not open yet. */
    public StoreConnection connection() {
        return new StoreConnection(
                call.session().getSettings(), call.decrypter(), call.environment(), "artifact-publisher/" + version());
    }

    private String version() {
        return call.execution().getPlugin().getVersion();
    }
}
