package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.maven.reactor.GoalCall;
import io.github.artifactpublisher.maven.reactor.LifecyclePhases;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * Runs the goals {@code plan} and {@code check} for each execution of {@code publish} in a module, with the
 * configuration of that execution. Without it, they would see only the configuration that all executions share.
 */
final class BoundExecutions {
    private static final String PUBLISH = "publish";
    private static final String DEFAULT = "default-cli";

    private final LifecycleExecutor lifecycle;
    private final BuildPluginManager plugins;

    BoundExecutions(LifecycleExecutor lifecycle, BuildPluginManager plugins) {
        this.lifecycle = lifecycle;
        this.plugins = plugins;
    }

    /**
     * Plans the executions.
     *
     * @return false if there are none, or if the user has named one execution by its id
     */
    boolean plan(MavenSession session, MavenProject project, MojoExecution execution)
            throws MojoExecutionException, MojoFailureException {
        List<String> ids =
                namesNoExecution(execution) ? ids(project, execution.getPlugin().getKey()) : List.of();
        for (String id : ids) {
            run(session, task(execution, id));
        }
        return !ids.isEmpty();
    }

    /** Returns whether only other modules have such an execution. Then {@code deploy} leaves this module out. */
    static boolean existInOtherModulesOnly(GoalCall call) {
        String key = call.execution().getPlugin().getKey();
        return namesNoExecution(call.execution())
                && ids(call.project(), key).isEmpty()
                && call.session().getAllProjects().stream()
                        .anyMatch(project -> !ids(project, key).isEmpty());
    }

    /**
     * Runs a goal with the configuration of each execution of {@code publish} that the session is going to reach; of
     * each execution, if the goal runs from the command line.
     *
     * @param modules the modules with the executions
     */
    void runForReached(MavenSession session, List<MavenProject> modules, MojoExecution execution)
            throws MojoExecutionException, MojoFailureException {
        PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
        String defaultPhase = plugin.getMojo(PUBLISH).getPhase();
        for (MavenProject module : modules) {
            for (PluginExecution bound : bound(module, execution.getPlugin().getKey())) {
                String phase = Optional.ofNullable(bound.getPhase()).orElse(defaultPhase);
                if (namesNoExecution(execution) || LifecyclePhases.isReached(session, phase)) {
                    runIn(module, session, task(execution, bound.getId()));
                }
            }
        }
    }

    /** Maven takes module and properties from the session, of which each thread has its own module. */
    private void runIn(MavenProject module, MavenSession session, String task)
            throws MojoExecutionException, MojoFailureException {
        MavenProject before = session.getCurrentProject();
        MavenSession copy = session.clone();
        try {
            copy.setCurrentProject(module);
            run(copy, task);
        } finally {
            session.setCurrentProject(before);
        }
    }

    private static String task(MojoExecution execution, String id) {
        return execution.getPlugin().getId() + ":" + execution.getGoal() + "@" + id;
    }

    private static boolean namesNoExecution(MojoExecution execution) {
        return execution.getSource() == MojoExecution.Source.CLI && DEFAULT.equals(execution.getExecutionId());
    }

    private static List<String> ids(MavenProject project, String key) {
        return bound(project, key).stream().map(PluginExecution::getId).toList();
    }

    private static List<PluginExecution> bound(MavenProject project, String key) {
        Plugin plugin = project.getPlugin(key);
        return plugin == null
                ? List.of()
                : plugin.getExecutions().stream()
                        .filter(bound -> bound.getGoals().contains(PUBLISH) && !"none".equals(bound.getPhase()))
                        .toList();
    }

    private void run(MavenSession session, String task) throws MojoExecutionException, MojoFailureException {
        try {
            for (MojoExecution planned :
                    lifecycle.calculateExecutionPlan(session, task).getMojoExecutions()) {
                plugins.executeMojo(session, planned);
            }
        } catch (MojoExecutionException | MojoFailureException e) {
            throw e;
        } catch (Exception e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
