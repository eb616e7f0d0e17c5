package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.maven.reactor.Contribution;
import io.github.artifactpublisher.maven.reactor.ContributionFactory;
import io.github.artifactpublisher.maven.reactor.FailureWatch;
import io.github.artifactpublisher.maven.reactor.GoalCall;
import io.github.artifactpublisher.maven.reactor.PublisherFactory;
import io.github.artifactpublisher.maven.reactor.ReactorContributions;
import io.github.artifactpublisher.maven.reactor.ReactorPublisher;
import io.github.artifactpublisher.maven.reactor.SdkLogging;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Gzips the artifacts of the build, uploads them to {@code artifacts/OWNER/REPO/BRANCH/} in an S3 bucket, and verifies
 * them.
 *
 * <p>The artifacts of all modules are published as one set when every module has passed. If a module fails, nothing is
 * published. Each parameter can also be set by an environment variable: {@code artifacts.targetPaths} is
 * {@code ARTIFACTS_TARGET_PATHS}. The POM and {@code -D} override the environment.
 *
 * @since 1.0.0
 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public final class PublishMojo extends PublishParameters {
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final SettingsDecrypter decrypter;

    /** Creates the goal with the objects that Maven injects. */
    @Inject
    public PublishMojo(
            MavenSession session, MavenProject project, MojoExecution execution, SettingsDecrypter decrypter) {
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
        PublisherFactory tools = call.tools();
        SdkLogging.setLevels(tools.mavenVersion());
        new FailureWatch(call).watch();
        Optional<Contribution> contribution = new ContributionFactory(call).contribution(tools.versions());
        boolean allowPartial = call.moduleSettings().allowsPartial();
        new ReactorPublisher(call.log(), ReactorContributions.of(call), tools.publisher(), allowPartial)
                .add(call.project(), contribution);
    }
}
