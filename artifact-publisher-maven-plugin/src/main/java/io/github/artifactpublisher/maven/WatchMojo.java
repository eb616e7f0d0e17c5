package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.maven.reactor.FailureWatch;
import io.github.artifactpublisher.maven.reactor.GoalCall;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Publishes test reports, logs and dumps if the build fails and {@code artifacts.onFailure=reports} is set. Bind it to
 * an early phase, because {@code publish} does not run in a module whose tests fail. Uses neither git nor the network
 * before the build has failed.
 *
 * @since 1.0.0
 */
@Mojo(name = "watch", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class WatchMojo extends PublishParameters {
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final SettingsDecrypter decrypter;

    @Inject
    WatchMojo(MavenSession session, MavenProject project, MojoExecution execution, SettingsDecrypter decrypter) {
        this.session = session;
        this.project = project;
        this.execution = execution;
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoFailureException {
        SessionGoals.run(call(session, project, execution, decrypter));
    }

    /** Runs the goal. {@link SessionGoals} calls this in one copy of the classes for all modules. */
    static void run(GoalCall call) {
        new FailureWatch(call).watch();
    }
}
