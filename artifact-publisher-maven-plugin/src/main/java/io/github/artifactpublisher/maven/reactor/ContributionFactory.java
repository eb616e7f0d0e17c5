package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.message.IdentityMessages;
import io.github.artifactpublisher.maven.settings.ModuleSettings;
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
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** Creates the contribution of a module, and logs it in one line. */
public final class ContributionFactory {
    private final Log log;
    private final MavenProject project;
    private final Instant start;
    private final boolean packaged;
    private final BuildIdentity identity;
    private final SettingOrigin origin;
    private final Map<String, String> environment;
    private final Settings settings;
    private final ModuleSettings moduleSettings;

    /** Creates a factory for the module of a goal. */
    public ContributionFactory(GoalCall call) {
        this.log = call.log();
        this.project = call.project();
        this.start = call.session().getStartTime().toInstant();
        this.packaged = LifecyclePhases.hasPackaged(call.session(), call.execution());
        this.identity = new BuildIdentity(call.session());
        this.origin = SettingOrigin.of(call.session(), project, call.execution(), call.environment());
        this.environment = call.environment();
        this.settings = call.settings();
        this.moduleSettings = new ModuleSettings(settings);
    }

    /**
     * Returns the contribution; empty if the module is left out. Then the log has the reason.
     *
     * @param tools names and versions of the programs, for the manifest
     * @throws RuntimeException with a message in {@code FailureMessages}, if the module cannot be published
     */
    public Optional<Contribution> contribution(Map<String, String> tools) {
        if (moduleSettings.isSkipped()) {
            log.info("Not published: artifacts.skip is set.");
            return Optional.empty();
        }
        CiBuild build = identity.build(environment);
        PublishSettingsReader reader = identity.reader(project, settings, environment, build, tools);
        BuildRef ref = BuildIdentity.ref(reader);
        if (ref instanceof BuildRef.Skipped skipped) {
            return skipped.fork() ? planned(reader, skipped) : logNotPublished(skipped.reason());
        }
        if (settings.text("artifacts.branch").isEmpty()) {
            build.headMismatch()
                    .map(IdentityMessages::unknown)
                    .filter(identity::isNew)
                    .ifPresent(log::warn);
        }
        return published(reader, (BuildRef.Published) ref);
    }

    private Optional<Contribution> published(PublishSettingsReader reader, BuildRef.Published ref) {
        try {
            return Optional.of(contribution(reader, ref, false));
        } catch (SettingException e) {
            return logNotPublished(
                    MissingSecrets.reason(reader.build().withoutSecrets().map(Sourced::value), e)
                            .orElseThrow(() -> e));
        }
    }

    private Contribution contribution(PublishSettingsReader reader, BuildRef.Published ref, boolean onlyPlanned) {
        CiBuild build = reader.build();
        log.info(IdentityMessages.found(build, reader.targets().slug(), ref));
        boolean dirty = identity.changes(log).checkAndReport(build, moduleSettings.allowsDirty());
        boolean perModule = moduleSettings.isPerModule();
        PublishSettings publishSettings =
                reader.read(ref, perModule ? TargetSettings.MODULE : "").ofDirty(dirty);
        ModuleOutputs moduleOutputs =
                new ModuleOutputs(moduleSettings.names(), new SelectionSettings(settings), identity.root(), packaged);
        List<Output> outputs = moduleOutputs.of(project);
        RootSelections rootSelections = moduleOutputs.belowRoot();
        if (perModule && !rootSelections.selections().isEmpty()) {
            throw Contribution.rootSelectionsOfOneModule(project);
        }
        logFound(outputs, rootSelections, publishSettings);
        return new Contribution(
                project.getArtifactId(),
                Optional.of(project.getGroupId() + ":" + project.getArtifactId()),
                publishSettings,
                outputs,
                rootSelections,
                Path.of(project.getBuild().getDirectory()),
                rows(reader, ref),
                onlyPlanned,
                perModule);
    }

    private void logFound(List<Output> outputs, RootSelections rootSelections, PublishSettings publishSettings) {
        log.info("Found " + PublishReport.files(outputs.size()) + " in " + project.getArtifactId()
                + " to publish to s3://" + publishSettings.store().bucket().name() + "/"
                + publishSettings.targets().get(0)
                + (ModuleOutputs.lacksMain(project) ? "; the module has no main artifact" : "")
                + (rootSelections.selections().isEmpty()
                        ? ""
                        : "; more files are selected below " + identity.root() + " at the end of the build"));
    }

    /** The build of a fork has no credentials, and often no settings. Without settings, no plan is shown. */
    private Optional<Contribution> planned(PublishSettingsReader reader, BuildRef.Skipped skipped) {
        BuildRef.Published ref = new BuildRef.Published(
                reader.build().pullRequest().map(pr -> Sourced.of("pull/" + pr.number(), pr.numberSource())));
        try {
            Contribution planned = contribution(reader, ref, true);
            logNotPublished(skipped.reason() + "; the log shows what it would publish");
            return Optional.of(planned);
        } catch (RuntimeException e) {
            log.debug("Nothing to show: " + FailureMessages.of(e).orElseThrow(() -> e));
            return logNotPublished(skipped.reason());
        }
    }

    private Optional<Contribution> logNotPublished(String reason) {
        Optional.of("Not published: " + reason + ".").filter(identity::isNew).ifPresent(log::info);
        return Optional.empty();
    }

    /** Returns the values of the CI server and git first, then the settings. */
    private List<SettingRow> rows(PublishSettingsReader reader, BuildRef.Published ref) {
        CiBuild build = reader.build();
        Stream<SettingRow> found = Stream.of(
                        reader.targets().slug().map(slug -> row("repository", slug)),
                        ref.name().map(name -> row("branch", name)),
                        build.tag().map(tag -> row("tag", tag)),
                        build.commit().map(commit -> row("commit", commit)),
                        build.buildNumber().map(number -> row("build number", number)),
                        Optional.of(row("time", build.commitTime().orElse(Sourced.of(start, "start of the build")))))
                .flatMap(Optional::stream);
        return Stream.concat(found, settings.rows().stream()).map(origin::shown).toList();
    }

    private static SettingRow row(String name, Sourced<?> value) {
        return new SettingRow(name, value.value().toString(), value.source());
    }
}
