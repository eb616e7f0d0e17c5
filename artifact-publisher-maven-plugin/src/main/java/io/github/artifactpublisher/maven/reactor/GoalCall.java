package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.maven.settings.Settings;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * What Maven and the user give a goal in one module. Of types of Maven and the JDK only, which are the same in all
 * copies of the plugin's classes.
 *
 * @param log the goal's log
 * @param session the session, of which each module has a copy with {@code mvn -T}
 * @param project the module
 * @param execution the goal
 * @param decrypter what decrypts settings.xml
 * @param configured the parameters by their properties: a String, a File, a List of Strings or of Maps, or null
 */
public record GoalCall(
        Log log,
        MavenSession session,
        MavenProject project,
        MojoExecution execution,
        SettingsDecrypter decrypter,
        Map<String, Object> configured) {
    /** The call as another copy of this class takes it. */
    public List<Object> parts() {
        return List.of(log, session, project, execution, decrypter, configured);
    }

    /** The call that another copy of this class has taken apart. */
    @SuppressWarnings("unchecked")
    public static GoalCall of(List<Object> parts) {
        return new GoalCall(
                (Log) parts.get(0),
                (MavenSession) parts.get(1),
                (MavenProject) parts.get(2),
                (MojoExecution) parts.get(3),
                (SettingsDecrypter) parts.get(4),
                (Map<String, Object>) parts.get(5));
    }

    /** Whether a set may lack some of the modules. */
    public boolean allowPartial() {
        return new Settings(configured, System.getenv())
                .flag("artifacts.allowPartial")
                .orElse(false);
    }

    public PublisherFactory tools() {
        return new PublisherFactory(session, execution);
    }
}
