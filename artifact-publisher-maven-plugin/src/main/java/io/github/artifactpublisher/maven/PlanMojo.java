package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.report.PlanFormat;
import java.io.File;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Shows what {@code publish} would do, without credentials and without a network: each file, its key, its size and its
 * headers, and where the value of each setting came from. Run it after the outputs have been built: {@code mvn package
 * artifact-publisher:plan}.
 *
 * @since 1.0.0
 */
@Mojo(name = "plan", threadSafe = true)
public final class PlanMojo extends PublishParameters {
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;

    /**
     * The form of the plan: {@code text}, {@code markdown} or {@code json}. Default: {@code text}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.planFormat")
    private String planFormat;

    /**
     * The file that takes the plan in place of the log; relative to the folder of the module that is built last.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.planFile")
    private File planFile;

    @Inject
    PlanMojo(MavenSession session, MavenProject project, MojoExecution execution) {
        this.session = session;
        this.project = project;
        this.execution = execution;
    }

    @Override
    public void execute() throws MojoFailureException {
        try {
            Map<String, Object> configured = configured();
            configured.put("artifacts.planFormat", planFormat);
            Optional<Contribution> contribution =
                    new ModuleContribution(getLog(), project, session).of(configured, Map.of());
            Reactor reactor = new Reactor(session, execution);
            PlanDisplay display = new PlanDisplay(getLog(), format(configured), planFile);
            reactor.note(project, contribution);
            reactor.atEnd(() -> display.show(reactor.contributions()));
        } catch (RuntimeException e) {
            throw Sentences.failure(e);
        }
    }

    private static PlanFormat format(Map<String, Object> configured) {
        return new Settings(configured, System.getenv())
                .choice("artifacts.planFormat", PlanFormat.class)
                .orElse(PlanFormat.TEXT);
    }
}
