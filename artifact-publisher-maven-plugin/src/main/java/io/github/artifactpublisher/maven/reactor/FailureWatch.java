package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.maven.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Publishes the reports of a build that has failed. Nothing that goes wrong with them is more than a warning: the
 * build's own failure is what its log has to end with. Thread-safe, as {@code mvn -T} wants it.
 */
public final class FailureWatch implements SessionEndAction {
    private static final String WATCHED = "io.github.artifactpublisher.watched";

    /** What becomes of a failed build. */
    enum OnFailure {
        /** Nothing. */
        NOTHING,
        /** Its reports are published. */
        REPORTS
    }

    private final Log log;
    private final MavenSession session;
    private final PublisherFactory tools;
    private final SettingsDecrypter decrypter;

    private FailureWatch(Log log, MavenSession session, PublisherFactory tools, SettingsDecrypter decrypter) {
        this.log = log;
        this.session = session;
        this.tools = tools;
        this.decrypter = decrypter;
    }

    public static FailureWatch of(GoalCall call) {
        return new FailureWatch(call.log(), call.session(), call.tools(), call.decrypter());
    }

    /**
     * Waits for the build to fail, if that is asked for.
     *
     * @param configured the settings of the module: of the first one that is not left out, in the order of the reactor,
     *     they say where the reports of all go
     * @throws SettingException if {@code artifacts.onFailure} is neither of its values
     */
    public void watch(MavenProject project, Map<String, Object> configured) {
        if (onFailure(configured) == OnFailure.REPORTS) {
            synchronized (session.getRequest()) {
                watched().put(project.getId(), configured);
            }
            SessionEndListener.await(session, "reports", this);
        }
    }

    /**
     * What the settings of a module say.
     *
     * @throws SettingException if {@code artifacts.onFailure} is neither of its values
     */
    public static OnFailure onFailure(Map<String, Object> configured) {
        return new Settings(configured, System.getenv())
                .choice("artifacts.onFailure", OnFailure.class)
                .orElse(OnFailure.NOTHING);
    }

    @Override
    public void passed() {
        log.debug("The build has passed: no reports are published.");
    }

    @Override
    public void failed(List<String> modules) {
        try {
            SdkLogging.quieten(tools.mavenVersion());
            new FailureReports(log, session, watched(), System.getenv())
                    .contribution(tools.versions())
                    .ifPresent(reports -> tools.publication(log, decrypter).publish(List.of(reports), false));
        } catch (RuntimeException e) {
            log.warn(FailureMessages.reportsNotPublished(e));
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> watched() {
        return (Map<String, Map<String, Object>>) session.getRequest()
                .getData()
                .computeIfAbsent(WATCHED, key -> new LinkedHashMap<String, Map<String, Object>>());
    }
}
