package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.reactor.GoalCall;
import io.github.artifactpublisher.maven.reactor.PluginClassLoader;
import io.github.artifactpublisher.maven.settings.SettingException;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Runs the goals of all modules of a session in one copy of the plugin's classes: that of the first goal. Maven loads
 * another copy for a module with a build extension, and for a module that gives the plugin other dependencies. The
 * types of two copies differ, so only types of Maven and the JDK pass between them. Thread-safe, because {@code mvn -T}
 * runs modules in parallel.
 */
final class SessionGoals {
    private static final String GOALS = "io.github.artifactpublisher.goals";

    private SessionGoals() {}

    /**
     * Runs a goal.
     *
     * @throws MojoFailureException as {@link FailureMessages} makes it
     */
    static void run(GoalCall call) throws MojoFailureException {
        Optional<MojoFailureException> failure = goals(call).apply(call.parts());
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    @SuppressWarnings("unchecked")
    private static Function<List<Object>, Optional<MojoFailureException>> goals(GoalCall call)
            throws MojoFailureException {
        String version = call.execution().getPlugin().getVersion();
        MavenExecutionRequest request = call.session().getRequest();
        synchronized (request) {
            Function<List<Object>, Optional<MojoFailureException>> own = SessionGoals::runHere;
            Object first = request.getData().computeIfAbsent(GOALS, key -> Map.entry(version, own));
            Entry<String, Function<List<Object>, Optional<MojoFailureException>>> goals =
                    (Entry<String, Function<List<Object>, Optional<MojoFailureException>>>) first;
            if (!goals.getKey().equals(version)) {
                throw FailureMessages.failure(otherVersion(call, goals.getKey()));
            }
            return goals.getValue();
        }
    }

    private static Optional<MojoFailureException> runHere(List<Object> parts) {
        try {
            PluginClassLoader.run(() -> runHere(GoalCall.of(parts)));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(FailureMessages.failure(e));
        }
    }

    private static void runHere(GoalCall call) {
        switch (call.execution().getGoal()) {
            case "check" -> CheckMojo.run(call);
            case "publish" -> PublishMojo.run(call);
            case "plan" -> PlanMojo.run(call);
            case "watch" -> WatchMojo.run(call);
            default -> throw new IllegalArgumentException(call.execution().getGoal());
        }
    }

    private static SettingException otherVersion(GoalCall call, String first) {
        return new SettingException(
                "The module " + call.project().getArtifactId(),
                "has artifact-publisher-maven-plugin "
                        + call.execution().getPlugin().getVersion() + ", and an earlier module has " + first,
                "Use one version of the plugin in all modules: set it in <pluginManagement> of the root POM.");
    }
}
