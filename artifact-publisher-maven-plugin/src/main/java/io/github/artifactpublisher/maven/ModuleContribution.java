package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.ci.CiDetection;
import io.github.artifactpublisher.ci.CiFiles;
import io.github.artifactpublisher.ci.CommitId;
import io.github.artifactpublisher.ci.GitCommand;
import io.github.artifactpublisher.ci.Sourced;
import io.github.artifactpublisher.maven.ModuleOutputs.Names;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.report.PublishReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** Finds what a module adds to the publication, and says in one line what was found where. */
final class ModuleContribution {
    private final Log log;
    private final MavenProject project;
    private final Map<String, String> environment = System.getenv();
    private final Settings settings = new Settings(environment);

    ModuleContribution(Log log, MavenProject project) {
        this.log = log;
        this.project = project;
    }

    /** The contribution; empty if the module is left out, which the log then says. */
    Optional<Contribution> of(PublishConfiguration configuration, Map<String, String> tools) {
        if (settings.flag("artifacts.skip", configuration.skip()).orElse(false)) {
            return leftOut("artifacts.skip is set");
        }
        CiBuild build = CiDetection.detect(
                environment, new GitCommand(project.getBasedir().toPath()), CiFiles.onDisk());
        PublishSettingsReader reader = new PublishSettingsReader(configuration, settings, build, tools);
        BuildRef ref = reader.ref();
        if (ref instanceof BuildRef.Skipped skipped) {
            return leftOut(skipped.reason());
        } else if (ref instanceof BuildRef.Refused refused) {
            throw new UntrustedTriggerException(refused.trigger());
        }
        return Optional.of(contribution(configuration, reader, build, (BuildRef.Published) ref));
    }

    private Contribution contribution(
            PublishConfiguration configuration, PublishSettingsReader reader, CiBuild build, BuildRef.Published ref) {
        log.info(identity(build, reader, ref));
        PublishSettings publishSettings = reader.read(ref);
        Names names = settings.choice("artifacts.names", configuration.names(), Names.class)
                .orElse(Names.FILE);
        List<Output> outputs = new ModuleOutputs(names).of(project);
        log.info("Noted " + PublishReport.files(outputs.size()) + " of "
                + project.getArtifactId() + " for s3://" + publishSettings.bucket() + "/"
                + publishSettings.targets().get(0));
        return new Contribution(
                publishSettings, outputs, Path.of(project.getBuild().getDirectory()));
    }

    private Optional<Contribution> leftOut(String reason) {
        log.info("Not published: " + reason + ".");
        return Optional.empty();
    }

    private static String identity(CiBuild build, PublishSettingsReader reader, BuildRef.Published ref) {
        return build.server() + ": "
                + Stream.of(
                                reader.slug().map(slug -> part("repository", slug)),
                                ref.name().map(name -> part("branch", name)),
                                build.pullRequest()
                                        .map(pr -> "pull request " + pr.number() + " (" + pr.numberSource() + ")"),
                                build.commit().map(commit -> part("commit", commit.map(CommitId::abbreviated))))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
    }

    private static String part(String what, Sourced<?> value) {
        return what + " " + value.value() + " (" + value.source() + ")";
    }
}
