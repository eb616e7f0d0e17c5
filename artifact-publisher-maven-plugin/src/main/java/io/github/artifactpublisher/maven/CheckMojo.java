package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.maven.check.CheckCalls;
import io.github.artifactpublisher.maven.check.SessionCheck;
import io.github.artifactpublisher.maven.reactor.GoalCall;
import io.github.artifactpublisher.maven.reactor.SdkLogging;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Checks the settings of all modules and reads the bucket before the build compiles, if the build is going to publish.
 * The first module that comes to this goal checks all modules. Nothing is written to the bucket. From the command line,
 * {@code mvn artifact-publisher:check} checks at once.
 *
 * @since 1.0.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class CheckMojo extends PublishParameters {
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final SettingsDecrypter decrypter;
    private final BoundExecutions executions;

    /** Creates the goal with the objects that Maven injects. */
    @Inject
    public CheckMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            LifecycleExecutor lifecycle,
            BuildPluginManager plugins) {
        this.session = session;
        this.project = project;
        this.execution = execution;
        this.decrypter = decrypter;
        this.executions = new BoundExecutions(lifecycle, plugins);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        GoalCall call = call(session, project, execution, decrypter);
        CheckCalls calls = CheckCalls.of(session);
        if (calls.isCollecting()) {
            calls.add(call);
            return;
        }
        synchronized (calls.lock()) {
            executions.runForReached(session, calls.begin(project), execution);
            if (!calls.isEmpty()) {
                SessionGoals.run(call);
            }
        }
    }

    /** Runs the goal. {@link SessionGoals} calls this in one copy of the classes for all modules. */
    static void run(GoalCall call) {
        SdkLogging.setLevels(call.tools().mavenVersion());
        new SessionCheck(call).run();
    }
}
