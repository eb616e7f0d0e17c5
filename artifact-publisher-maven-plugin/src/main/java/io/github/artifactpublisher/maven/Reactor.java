package io.github.artifactpublisher.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * Collects the contributions of all modules, so that the last one publishes them as one set and nothing is published if
 * any module fails before. The state is kept in Maven's plugin context of each project, and lasts as long as the
 * session. Thread-safe, as {@code mvn -T} wants it.
 */
final class Reactor {
    private static final String PREFIX = "io.github.artifactpublisher.";
    private static final String CLAIM = PREFIX + "published";

    private final MavenSession session;
    private final MojoExecution execution;
    private final PluginDescriptor plugin;

    Reactor(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.execution = execution;
        this.plugin = execution.getMojoDescriptor().getPluginDescriptor();
    }

    /**
     * Notes that a module has come this far.
     *
     * @param contribution what it adds; empty if it is skipped
     * @return all contributions, in the order of the reactor, if this was the last module that is to come this far; the
     *     caller then publishes them. Given once only.
     */
    Optional<List<Contribution>> add(MavenProject project, Optional<Contribution> contribution) {
        // With -T each module has a copy of the session, of the same request. Maven makes a plugin context when it is
        // first
        // asked for, and of two threads that ask at once one may lose what it notes, so that no module would be the
        // last.
        synchronized (session.getRequest()) {
            context(project).put(PREFIX + execution.getExecutionId(), contribution);
            boolean complete = session.getProjects().stream().allMatch(this::hasComeThisFar);
            return complete && claim() ? Optional.of(contributions()) : Optional.empty();
        }
    }

    /**
     * Refuses a run that was told to build only some of the modules: its set would replace the whole one and look
     * complete. Maven itself recommends such a run ({@code -rf}) after a failure.
     *
     * @throws SettingException naming the modules that are missing
     */
    void requireWhole() {
        List<String> missing = session.getAllProjects().stream()
                .filter(project -> !session.getProjects().contains(project))
                .filter(project -> !executions(project).isEmpty() && !isSkipped(project))
                .map(MavenProject::getArtifactId)
                .toList();
        if (!missing.isEmpty()) {
            throw new SettingException(
                    "This run of Maven",
                    "leaves out " + String.join(", ", missing)
                            + " (-pl or -rf), so that its set would be a part that looks whole",
                    "Run mvn deploy for all modules, or set artifacts.allowPartial=true.");
        }
    }

    /**
     * Refuses a run that may not use the network. Not left to Maven: of a goal that says it has to be online, an
     * offline build ends green without it.
     *
     * @throws SettingException if Maven is offline
     */
    void requireOnline() {
        if (session.isOffline()) {
            throw new SettingException(
                    "This run of Maven",
                    "is offline (-o, or <offline> in settings.xml), and so nothing can be published",
                    "Run mvn deploy without it, or with -Dartifacts.skip=true.");
        }
    }

    private static boolean isSkipped(MavenProject project) {
        return "true".equals(project.getProperties().getProperty("artifacts.skip"));
    }

    private boolean hasComeThisFar(MavenProject project) {
        return executions(project).stream().allMatch(id -> context(project).containsKey(PREFIX + id));
    }

    /** On the command line the goal runs in every module, whatever is bound there. */
    private List<String> executions(MavenProject project) {
        if (execution.getSource() == MojoExecution.Source.CLI) {
            return List.of(execution.getExecutionId());
        }
        Plugin configured = project.getPlugin(plugin.getPluginLookupKey());
        return configured == null
                ? List.of()
                : configured.getExecutions().stream()
                        .filter(e -> e.getGoals().contains(execution.getGoal()) && !"none".equals(e.getPhase()))
                        .map(PluginExecution::getId)
                        .toList();
    }

    /** Of two modules that end at the same moment, both see that all have come this far. */
    private boolean claim() {
        return context(session.getTopLevelProject()).putIfAbsent(CLAIM, true) == null;
    }

    private List<Contribution> contributions() {
        List<Contribution> all = new ArrayList<>();
        for (MavenProject project : session.getProjects()) {
            for (String id : executions(project)) {
                contribution(project, id).ifPresent(all::add);
            }
        }
        return all;
    }

    /** A module that gives the plugin other dependencies gets another copy of its classes. */
    private Optional<Contribution> contribution(MavenProject project, String id) {
        Object noted = context(project).get(PREFIX + id);
        if (!(noted instanceof Optional<?> optional)) {
            throw new IllegalStateException("no contribution of " + project);
        }
        return optional.map(value -> {
            if (value instanceof Contribution contribution) {
                return contribution;
            }
            throw new SettingException(
                    "The module " + project.getArtifactId(),
                    "gives artifact-publisher-maven-plugin other <dependencies> than the last module does",
                    "Declare the plugin's <dependencies> in the parent POM, for all modules alike.");
        });
    }

    private Map<String, Object> context(MavenProject project) {
        return session.getPluginContext(plugin, project);
    }
}
