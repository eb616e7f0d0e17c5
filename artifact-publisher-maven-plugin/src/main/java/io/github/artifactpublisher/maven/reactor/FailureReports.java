package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.manifest.BuildFolder;
import io.github.artifactpublisher.maven.message.SelectionMessages;
import io.github.artifactpublisher.maven.settings.ModuleSettings;
import io.github.artifactpublisher.maven.settings.PublishSettings;
import io.github.artifactpublisher.maven.settings.PublishSettingsReader;
import io.github.artifactpublisher.maven.settings.SelectionSettings;
import io.github.artifactpublisher.maven.settings.Settings;
import io.github.artifactpublisher.outputs.Output;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Collects the reports of all modules of a failed build as one set, beside the set of the builds that pass. Nothing is
 * deleted there, because two attempts of a build share a path.
 */
final class FailureReports {
    private static final String FAILED = "/failed/";
    private static final String BUILD_NUMBER = "{buildNumber}";

    private final Log log;
    private final MavenSession session;
    private final BuildIdentity identity;
    private final Map<String, Map<String, Object>> watched;
    private final Map<String, String> environment;

    /**
     * Creates the reports of one build.
     *
     * @param watched the parameters of the modules that publish reports, by the id of the project
     * @param environment the environment variables
     */
    FailureReports(
            Log log, MavenSession session, Map<String, Map<String, Object>> watched, Map<String, String> environment) {
        this.log = log;
        this.session = session;
        this.identity = new BuildIdentity(session);
        this.watched = watched;
        this.environment = environment;
    }

    /**
     * Returns the reports; empty if there are none, or if the build is not published. Then the log has the reason.
     *
     * @throws RuntimeException with a message in {@code FailureMessages}, if they cannot be published
     */
    Optional<Contribution> contribution(Map<String, String> tools) {
        Optional<MavenProject> first = session.getProjects().stream()
                .filter(project -> watched.containsKey(project.getId()) && !isSkipped(project))
                .findFirst();
        return first.flatMap(project -> contribution(project, tools));
    }

    private Optional<Contribution> contribution(MavenProject project, Map<String, String> tools) {
        Settings settings = settings(project);
        CiBuild build = identity.build(environment);
        PublishSettingsReader reader = identity.reader(project, settings, environment, build, tools);
        BuildRef ref = BuildIdentity.ref(reader);
        if (ref instanceof BuildRef.Skipped skipped) {
            return logNoReports(skipped.reason());
        } else if (session.isOffline()) {
            return logNoReports("Maven is offline");
        }
        List<Output> reports = reports(new SelectionSettings(settings));
        if (reports.isEmpty()) {
            return logNoReports("the build failed before there were any");
        }
        PublishSettings published =
                reader.read((BuildRef.Published) ref, FAILED + name(build)).withoutCleaning();
        return Optional.of(Contribution.ofFiles(project, published, reports, identity.root(), false));
    }

    private List<Output> reports(SelectionSettings selection) {
        ReportFiles files = new ReportFiles(identity.root(), selection, start());
        List<Output> reports = session.getProjects().stream()
                .filter(project -> !isSkipped(project))
                .flatMap(project -> files.of(project).stream())
                .toList();
        if (!files.refused().isEmpty()) {
            log.warn(SelectionMessages.of(files.refused()));
        }
        return reports;
    }

    /**
     * Returns the name of the build: its number, or its time if it has no number. If each workflow or job has numbers
     * of its own, the name also has the sequence number or a digest of the URL.
     */
    private String name(CiBuild build) {
        if (build.buildNumber().isEmpty()) {
            return BuildFolder.utc(start());
        }
        String number = build.buildNumber().get().value();
        String other = build.sequence().isPresent()
                ? build.sequence().get().value().toString()
                : build.buildUrl().map(url -> shortDigest(url.value())).orElse(number);
        return other.equals(number) ? BUILD_NUMBER : BUILD_NUMBER + "-" + other;
    }

    private static String shortDigest(String text) {
        return Digests.of(text.getBytes(StandardCharsets.UTF_8)).sha256().hex().substring(0, 8);
    }

    private boolean isSkipped(MavenProject project) {
        return watched.containsKey(project.getId()) && new ModuleSettings(settings(project)).isSkipped();
    }

    private Settings settings(MavenProject project) {
        return new Settings(watched.get(project.getId()), environment);
    }

    private Optional<Contribution> logNoReports(String reason) {
        log.info("No reports are published: " + reason + ".");
        return Optional.empty();
    }

    private Instant start() {
        return session.getStartTime().toInstant();
    }
}
