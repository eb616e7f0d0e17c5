package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.message.HeadMismatchException;
import io.github.artifactpublisher.maven.message.IdentityMessages;
import io.github.artifactpublisher.maven.message.UntrustedTriggerException;
import io.github.artifactpublisher.maven.reactor.ModuleOutputs.Names;
import io.github.artifactpublisher.maven.settings.PublishSettings;
import io.github.artifactpublisher.maven.settings.PublishSettingsReader;
import io.github.artifactpublisher.maven.settings.SelectionSettings;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.maven.settings.SettingOrigin;
import io.github.artifactpublisher.maven.settings.Settings;
import io.github.artifactpublisher.maven.settings.TargetSettings;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.report.PublishReport;
import io.github.artifactpublisher.report.SettingRow;
import io.github.artifactpublisher.text.Sourced;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** Finds what a module adds to the publication, and says in one line what was found where. */
public final class ContributionFactory {
    private final Log log;
    private final MavenProject project;
    private final Instant now;
    private final Path root;
    private final boolean packaged;
    private final BuildIdentity identity;
    private final SettingOrigin origin;
    private final Map<String, String> environment = System.getenv();

    /**
     * For one module.
     *
     * @param session its start and the folder in which it was started are the same for all modules, whichever are built
     * @param execution the goal that asks
     */
    public ContributionFactory(Log log, MavenProject project, MavenSession session, MojoExecution execution) {
        this.log = log;
        this.project = project;
        this.packaged = PackagePhase.hasRun(session, execution);
        this.now = session.getStartTime().toInstant();
        this.root =
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        this.identity = new BuildIdentity(session);
        this.origin = SettingOrigin.of(session, project, execution, environment);
    }

    /** The contribution; empty if the module is left out, which the log then says. */
    public Optional<Contribution> of(Map<String, Object> configured, Map<String, String> tools) {
        Settings settings = new Settings(configured, environment);
        if (settings.flag("artifacts.skip").orElse(false)) {
            log.info("Not published: artifacts.skip is set.");
            return Optional.empty();
        }
        CiBuild build = identity.build(environment);
        PublishSettingsReader reader = new PublishSettingsReader(settings, environment, build, tools);
        BuildRef ref = reader.targets().ref();
        if (ref instanceof BuildRef.Skipped skipped) {
            return skipped.fork() ? planned(settings, reader, build, skipped) : leftOut(skipped.reason());
        } else if (ref instanceof BuildRef.Refused refused) {
            throw new UntrustedTriggerException(refused.trigger());
        } else if (ref instanceof BuildRef.Contradicted contradicted) {
            throw new HeadMismatchException(contradicted.mismatch());
        }
        if (settings.text("artifacts.branch").isEmpty()) {
            build.headMismatch()
                    .map(IdentityMessages::unknown)
                    .filter(identity::isNew)
                    .ifPresent(log::warn);
        }
        return published(settings, reader, build, (BuildRef.Published) ref);
    }

    private Optional<Contribution> published(
            Settings settings, PublishSettingsReader reader, CiBuild build, BuildRef.Published ref) {
        try {
            return Optional.of(contribution(settings, reader, build, ref, false));
        } catch (SettingException e) {
            return leftOut(WithoutSecrets.reason(build.withoutSecrets().map(Sourced::value), e)
                    .orElseThrow(() -> e));
        }
    }

    private Contribution contribution(
            Settings settings,
            PublishSettingsReader reader,
            CiBuild build,
            BuildRef.Published ref,
            boolean onlyPlanned) {
        log.info(IdentityMessages.found(build, reader.targets().slug(), ref));
        boolean dirty = identity.changes(log)
                .exist(build, settings.flag("artifacts.allowDirty").orElse(false));
        boolean perModule = settings.flag("artifacts.perModule").orElse(false);
        PublishSettings publishSettings = reader.read(
                        ref,
                        ModuleOutputs.coordinates(project.getArtifact()),
                        now,
                        perModule ? TargetSettings.MODULE : "")
                .ofDirty(dirty);
        Names names = settings.choice("artifacts.names", Names.class).orElse(Names.FILE);
        ModuleOutputs moduleOutputs = new ModuleOutputs(names, new SelectionSettings(settings), root, packaged);
        List<Output> outputs = moduleOutputs.of(project);
        RootFiles rootFiles = moduleOutputs.belowRoot();
        if (perModule && !rootFiles.selections().isEmpty()) {
            throw rootFilesOfOneModule();
        }
        log.info("Found " + PublishReport.files(outputs.size()) + " in " + project.getArtifactId()
                + " to publish to s3://" + publishSettings.store().bucket().name() + "/"
                + publishSettings.targets().get(0)
                + (ModuleOutputs.lacksMain(project) ? "; the module has no main artifact" : "")
                + (rootFiles.selections().isEmpty()
                        ? ""
                        : "; more files are selected below " + root + " at the end of the build"));
        return new Contribution(
                project.getArtifactId(),
                Optional.of(project.getGroupId() + ":" + project.getArtifactId()),
                publishSettings,
                outputs,
                rootFiles,
                Path.of(project.getBuild().getDirectory()),
                rows(settings, build, reader, ref),
                onlyPlanned,
                perModule);
    }

    private SettingException rootFilesOfOneModule() {
        return new SettingException(
                "artifacts.perModule",
                "is true, and " + project.getArtifactId()
                        + " selects files below the root of the build, which exist only when all modules are built",
                "Select files of the module (artifacts.base=module), or remove artifacts.perModule.");
    }

    /** A fork's build has no credentials, and often no settings either: then there is nothing to show. */
    private Optional<Contribution> planned(
            Settings settings, PublishSettingsReader reader, CiBuild build, BuildRef.Skipped skipped) {
        BuildRef.Published ref = new BuildRef.Published(
                build.pullRequest().map(pr -> Sourced.of("pull/" + pr.number(), pr.numberSource())));
        try {
            Contribution planned = contribution(settings, reader, build, ref, true);
            leftOut(skipped.reason() + "; the log shows what it would publish");
            return Optional.of(planned);
        } catch (RuntimeException e) {
            log.debug("Nothing to show: " + FailureMessages.of(e).orElseThrow(() -> e));
            return leftOut(skipped.reason());
        }
    }

    private Optional<Contribution> leftOut(String reason) {
        Optional.of("Not published: " + reason + ".").filter(identity::isNew).ifPresent(log::info);
        return Optional.empty();
    }

    /** What the CI server or git says comes first, then what the user has set or could set. */
    private List<SettingRow> rows(
            Settings settings, CiBuild build, PublishSettingsReader reader, BuildRef.Published ref) {
        Stream<SettingRow> found = Stream.of(
                        reader.targets().slug().map(slug -> row("repository", slug)),
                        ref.name().map(name -> row("branch", name)),
                        build.tag().map(tag -> row("tag", tag)),
                        build.commit().map(commit -> row("commit", commit)),
                        build.buildNumber().map(number -> row("build number", number)),
                        Optional.of(row("time", build.commitTime().orElse(Sourced.of(now, "start of the build")))))
                .flatMap(Optional::stream);
        return Stream.concat(found, settings.asked().stream())
                .map(origin::shown)
                .toList();
    }

    private static SettingRow row(String name, Sourced<?> value) {
        return new SettingRow(name, value.value().toString(), value.source());
    }
}
