package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.maven.settings.ModuleSettings;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.maven.settings.Settings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Collects the contributions of all modules for one goal, which uses them at the end of the session. Maven's session
 * request keeps them. Thread-safe, because {@code mvn -T} runs modules in parallel.
 */
public final class ReactorContributions {
    private static final String PUBLISH = "publish";
    private static final String SKIP = "artifacts.skip";
    private static final String CONTRIBUTIONS = "io.github.artifactpublisher.contributions.";

    private final MavenSession session;
    private final MojoExecution execution;
    private final Map<String, String> environment;
    private final PluginDescriptor plugin;

    ReactorContributions(MavenSession session, MojoExecution execution, Map<String, String> environment) {
        this.session = session;
        this.execution = execution;
        this.environment = environment;
        this.plugin = execution.getMojoDescriptor().getPluginDescriptor();
    }

    /** Returns the contributions for the goal of a call. */
    public static ReactorContributions of(GoalCall call) {
        return new ReactorContributions(call.session(), call.execution(), call.environment());
    }

    /**
     * Adds a module that has reached the goal.
     *
     * @param contribution its contribution; empty if it is skipped
     */
    public void add(MavenProject project, Optional<Contribution> contribution) {
        synchronized (session.getRequest()) {
            byExecution().put(key(project, execution.getExecutionId()), contribution);
        }
    }

    /** Registers an action for the end of the session. It replaces the action of the modules before. */
    public void atEnd(SessionEndAction action) {
        SessionEndListener.register(session, execution.getGoal(), action);
    }

    /** Returns the contributions so far, in the order of the reactor and of the executions of each module. */
    public List<Contribution> contributions() {
        synchronized (session.getRequest()) {
            return session.getProjects().stream()
                    .flatMap(this::contributionsOf)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /**
     * Rejects a run with {@code -pl}, {@code -rf} or {@code -N}: its set would replace the complete one. Maven itself
     * recommends {@code -rf} after a failure.
     *
     * @throws SettingException naming the modules that are missing
     */
    public void requireWhole() {
        List<MavenProject> missing = session.getAllProjects().stream()
                .filter(project -> !session.getProjects().contains(project))
                .toList();
        List<String> named = withGoal(missing, PUBLISH);
        if (!named.isEmpty()) {
            throw incompleteRun(
                    "leaves out " + String.join(", ", named) + " (-pl or -rf)", "Run mvn deploy for all modules.");
        }
        MavenProject top = session.getTopLevelProject();
        if (!session.getRequest().isRecursive() && !top.getModules().isEmpty()) {
            throw incompleteRun(
                    "leaves out the modules of " + top.getArtifactId() + " (-N)", "Run mvn deploy for all modules.");
        }
    }

    /**
     * Refuses a run in which the goal has not run in some of the modules that have it. The run may have ended before
     * its phase, as {@code mvn verify} does if some have it in {@code verify} and others in {@code deploy}; or a build
     * cache has skipped the goal. If the goal ran in no module, nothing is checked.
     *
     * @throws SettingException naming the modules that are missing
     */
    public void requireReached() {
        List<MavenProject> missing = session.getProjects().stream()
                .filter(project -> contributionsOf(project).findAny().isEmpty())
                .toList();
        List<String> named = withGoal(missing, execution.getGoal());
        if (!named.isEmpty()) {
            throw incompleteRun(
                    "did not run the goal " + execution.getGoal() + " in " + String.join(", ", named),
                    "If the run ended before the phase of the goal, run a later phase, such as mvn deploy. If"
                            + " maven-build-cache-extension skipped the goal, set maven.build.cache.alwaysRunPlugins="
                            + plugin.getArtifactId() + ":" + execution.getGoal() + ".");
        }
    }

    /**
     * Refuses an offline run. Maven itself would skip a goal that requires to be online, and the build would pass.
     *
     * @throws SettingException if Maven is offline
     */
    public void requireOnline() {
        if (session.isOffline()) {
            throw new SettingException(
                    "This run of Maven",
                    "is offline (-o, or <offline> in settings.xml), so nothing can be published",
                    "Run mvn deploy without it, or with -Dartifacts.skip=true.");
        }
    }

    private List<String> withGoal(List<MavenProject> projects, String goal) {
        return projects.stream()
                .filter(project -> executions(project, goal).anyMatch(found -> !isSkipped(project, found)))
                .map(MavenProject::getArtifactId)
                .toList();
    }

    private static SettingException incompleteRun(String how, String advice) {
        return new SettingException(
                "This run of Maven",
                how + ", so the published set would be incomplete",
                advice + " To publish an incomplete set, set artifacts.allowPartial=true.");
    }

    private Stream<PluginExecution> executions(MavenProject project, String goal) {
        return Optional.ofNullable(project.getPlugin(plugin.getPluginLookupKey())).stream()
                .flatMap(configured -> configured.getExecutions().stream())
                .filter(bound -> bound.getGoals().contains(goal) && !"none".equals(bound.getPhase()));
    }

    /** Looks the value up in the order of Maven, because Maven sets it only in a goal that runs. */
    private boolean isSkipped(MavenProject project, PluginExecution execution) {
        String value = Optional.ofNullable((Xpp3Dom) execution.getConfiguration())
                .map(configuration -> configuration.getChild("skip"))
                .map(Xpp3Dom::getValue)
                .filter(text -> !text.startsWith("${"))
                .or(() -> Optional.ofNullable(session.getUserProperties().getProperty(SKIP)))
                .orElseGet(() -> project.getProperties().getProperty(SKIP));
        return new ModuleSettings(new Settings(Collections.singletonMap(SKIP, value), environment)).isSkipped();
    }

    private Stream<Optional<Contribution>> contributionsOf(MavenProject project) {
        return byExecution().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(key(project, "")))
                .map(Map.Entry::getValue);
    }

    private static String key(MavenProject project, String execution) {
        return project.getId() + " " + execution;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Optional<Contribution>> byExecution() {
        return (Map<String, Optional<Contribution>>) session.getRequest()
                .getData()
                .computeIfAbsent(
                        CONTRIBUTIONS + execution.getGoal(),
                        goal -> new LinkedHashMap<String, Optional<Contribution>>());
    }
}
