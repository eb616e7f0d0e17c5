package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.maven.check.NameCheck;
import io.github.artifactpublisher.maven.message.SettingProblems;
import io.github.artifactpublisher.maven.reactor.Contribution;
import io.github.artifactpublisher.maven.reactor.ContributionFactory;
import io.github.artifactpublisher.maven.reactor.GoalCall;
import io.github.artifactpublisher.maven.reactor.PlanDisplay;
import io.github.artifactpublisher.maven.reactor.ReactorContributions;
import io.github.artifactpublisher.maven.settings.ModuleSettings;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows what {@code publish} would do, without credentials and without a network: each file with its key, size and
 * headers, and each setting with the source of its value. Run it after the build of the artifacts: {@code mvn package
 * artifact-publisher:plan}. It fails where {@code publish} would fail before its first request.
 *
 * @since 1.0.0
 */
@Mojo(name = "plan", threadSafe = true)
@SuppressWarnings("unused") // ConfiguredFields reads the fields.
public final class PlanMojo extends PublishParameters {
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final SettingsDecrypter decrypter;
    private final BoundExecutions executions;

    /**
     * The format of the plan: {@code text}, {@code markdown} or {@code json}. For the goal {@code plan} only. Default:
     * {@code text}. Example: {@code markdown}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.planFormat")
    private String planFormat;

    /**
     * The file that the plan is written to, relative to the module built last. For the goal {@code plan} only. Default:
     * the log. Example: {@code target/plan.json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.planFile")
    private File planFile;

    /** Creates the goal with the objects that Maven injects. */
    @Inject
    public PlanMojo(
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
        if (executions.plan(session, project, execution)) {
            return;
        }
        SessionGoals.run(call(session, project, execution, decrypter));
    }

    /** Runs the goal. {@link SessionGoals} calls this in one copy of the classes for all modules. */
    static void run(GoalCall call) {
        ModuleSettings settings = call.moduleSettings();
        settings.onFailure(); // The plan fails where publish fails, also if the value is wrong.
        if (settings.isChecked()) {
            SettingProblems problems = new SettingProblems();
            NameCheck.check(call, List.of(call.project()), problems);
            problems.requireNone();
        }
        PlanDisplay display = new PlanDisplay(call.log(), settings.planFormat(), settings.planFile());
        new ReactorPlan(call.log(), ReactorContributions.of(call), display, settings.allowsPartial())
                .add(call.project(), contribution(call));
    }

    private static Optional<Contribution> contribution(GoalCall call) {
        if (BoundExecutions.existInOtherModulesOnly(call)) {
            call.log().info("Not planned: " + call.project().getArtifactId() + " does not have the goal publish.");
            return Optional.empty();
        }
        return new ContributionFactory(call).contribution(Map.of());
    }
}
