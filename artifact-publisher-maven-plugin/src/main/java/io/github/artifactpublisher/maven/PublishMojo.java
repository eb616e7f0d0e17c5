package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.ci.GitCommand;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * Gzips what the build made and puts it, verified, into a bucket under {@code artifacts/OWNER/REPO/BRANCH/}.
 *
 * <p>Each module notes its main and attached artifacts; the last module of the reactor publishes them all as one set,
 * and nothing is published if a module fails before. Each parameter can also be given as an environment variable:
 * {@code artifacts.targetPaths} as {@code ARTIFACTS_TARGET_PATHS}. The POM and {@code -D} come before the environment.
 *
 * @since 1.0.0
 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public final class PublishMojo extends PublishParameters {
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final SettingsDecrypter decrypter;

    @Inject
    PublishMojo(MavenSession session, MavenProject project, MojoExecution execution, SettingsDecrypter decrypter) {
        this.session = session;
        this.project = project;
        this.execution = execution;
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoFailureException {
        SdkLogging.quieten(mavenVersion());
        try {
            Optional<Contribution> contribution =
                    new ModuleContribution(getLog(), project, session).of(configured(), tools());
            Reactor reactor = new Reactor(session, execution);
            boolean publishes =
                    contribution.filter(module -> !module.onlyPlanned()).isPresent();
            if (publishes) {
                reactor.requireOnline();
            }
            if (publishes && !settings().flag("artifacts.allowPartial").orElse(false)) {
                reactor.requireWhole();
            }
            reactor.add(project, contribution).ifPresent(publication()::publish);
        } catch (RuntimeException e) {
            throw Sentences.failure(e);
        }
    }

    private Settings settings() {
        return new Settings(configured(), System.getenv());
    }

    /** In a fixed order, since the manifest shows them. */
    private Map<String, String> tools() {
        Map<String, String> tools = new LinkedHashMap<>();
        tools.put("artifact-publisher", execution.getPlugin().getVersion());
        tools.put("maven", mavenVersion());
        tools.put("java", System.getProperty("java.version"));
        return tools;
    }

    private String mavenVersion() {
        return session.getSystemProperties().getProperty("maven.version", "unknown");
    }

    private Publication publication() {
        return new Publication(
                getLog(),
                new ServerCredentials(session.getSettings(), decrypter, System.getenv()),
                new MavenProxies(session.getSettings(), decrypter),
                "artifact-publisher/" + execution.getPlugin().getVersion(),
                Clock.systemUTC(),
                new GitCommand(project.getBasedir().toPath())::isAncestor);
    }
}
