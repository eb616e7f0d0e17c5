package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.maven.settings.ModuleSettings;
import io.github.artifactpublisher.maven.settings.Settings;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * The input of a goal in one module. It has only types of Maven and the JDK, which are the same in all copies of the
 * plugin's classes.
 *
 * @param log the log of the goal
 * @param session the session; with {@code mvn -T} each module has a copy of it
 * @param project the module
 * @param execution the execution of the goal
 * @param decrypter decrypts passwords of settings.xml
 * @param configured the parameters by property: a String, a File, a List of Strings or of Maps, or null
 * @param environment the environment variables
 */
public record GoalCall(
        Log log,
        MavenSession session,
        MavenProject project,
        MojoExecution execution,
        SettingsDecrypter decrypter,
        Map<String, Object> configured,
        Map<String, String> environment) {
    /** Returns the parts of the call, for another copy of this class. */
    public List<Object> parts() {
        return List.of(log, session, project, execution, decrypter, configured, environment);
    }

    /** Creates a call from the parts of a call of another copy. */
    @SuppressWarnings("unchecked")
    public static GoalCall of(List<Object> parts) {
        return new GoalCall(
                (Log) parts.get(0),
                (MavenSession) parts.get(1),
                (MavenProject) parts.get(2),
                (MojoExecution) parts.get(3),
                (SettingsDecrypter) parts.get(4),
                (Map<String, Object>) parts.get(5),
                (Map<String, String>) parts.get(6));
    }

    /** Returns the settings of the goal, with no setting read yet. */
    public Settings settings() {
        return new Settings(configured, environment);
    }

    /** Returns how the goal treats the module. */
    public ModuleSettings moduleSettings() {
        return new ModuleSettings(settings());
    }

    /** Returns the factory of the publisher. */
    public PublisherFactory tools() {
        return new PublisherFactory(this);
    }
}
