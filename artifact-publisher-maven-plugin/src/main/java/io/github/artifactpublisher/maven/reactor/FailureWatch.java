package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.settings.ModuleSettings.OnFailure;
import io.github.artifactpublisher.maven.settings.SettingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Publishes the reports of a failed build. If that fails, too, it only warns: the log must end with the failure of the
 * build. Thread-safe, because {@code mvn -T} runs modules in parallel.
 */
public final class FailureWatch implements SessionEndAction {
    private static final String WATCHED = "io.github.artifactpublisher.watched";

    private final GoalCall call;

    /** Creates a watch for the module of a goal. */
    public FailureWatch(GoalCall call) {
        this.call = call;
    }

    /**
     * Registers the module, if its settings enable reports. The first module in the order of the reactor that is not
     * skipped determines the path of the reports of all modules.
     *
     * @throws SettingException if {@code artifacts.onFailure} has a wrong value
     */
    public void watch() {
        if (call.moduleSettings().onFailure() == OnFailure.REPORTS) {
            synchronized (call.session().getRequest()) {
                watched().put(call.project().getId(), call.configured());
            }
            SessionEndListener.register(call.session(), "reports", this);
        }
    }

    @Override
    public void passed() {
        call.log().debug("The build has passed: no reports are published.");
    }

    @Override
    public void failed(List<String> modules) {
        PublisherFactory tools = call.tools();
        try {
            SdkLogging.setLevels(tools.mavenVersion());
            new FailureReports(call.log(), call.session(), watched(), call.environment())
                    .contribution(tools.versions())
                    .ifPresent(reports -> tools.publisher().publish(List.of(reports), false));
        } catch (RuntimeException e) {
            call.log().warn(FailureMessages.reportsNotPublished(e));
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> watched() {
        return (Map<String, Map<String, Object>>) call.session()
                .getRequest()
                .getData()
                .computeIfAbsent(WATCHED, key -> new LinkedHashMap<String, Map<String, Object>>());
    }
}
