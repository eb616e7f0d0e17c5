package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.ci.PullRequest;
import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.maven.settings.PublishSettings.IfEmpty;
import io.github.artifactpublisher.outputs.Coordinates;
import io.github.artifactpublisher.plan.PlanOptions;
import io.github.artifactpublisher.store.s3.settings.BucketOptions;
import io.github.artifactpublisher.text.Sourced;
import io.github.artifactpublisher.transfer.TransferLimits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and checks the settings of the set that a module publishes. */
public final class PublishSettingsReader {
    private final Settings settings;
    private final Map<String, String> environment;
    private final CiBuild build;
    private final Map<String, String> tools;
    private final Coordinates module;
    private final Instant start;
    private final TargetSettings targets;

    /**
     * Creates a reader.
     *
     * @param settings the settings of the module
     * @param environment the environment variables
     * @param build the build, as the CI server and git describe it
     * @param tools names and versions of the programs, for the manifest
     * @param module the coordinates of the module
     * @param start the value of the placeholders of time if the time of the commit is unknown
     */
    public PublishSettingsReader(
            Settings settings,
            Map<String, String> environment,
            CiBuild build,
            Map<String, String> tools,
            Coordinates module,
            Instant start) {
        this.settings = settings;
        this.environment = environment;
        this.build = build;
        this.tools = tools;
        this.module = module;
        this.start = start;
        this.targets = new TargetSettings(settings, environment, build);
    }

    /** Returns the build, as the CI server and git describe it. */
    public CiBuild build() {
        return build;
    }

    /** Returns the reader for repository, branch and paths. */
    public TargetSettings targets() {
        return targets;
    }

    /**
     * Reads the settings.
     *
     * @param ref the value of {@code {branch}}
     * @param below the end of each path, a template that begins with a slash; or empty
     * @throws SettingException if a setting is missing or wrong
     */
    public PublishSettings read(BuildRef.Published ref, String below) {
        StoreSettings store = new StoreSettingsReader(settings, environment).read();
        UploadSettings uploads = new UploadSettings(settings);
        BucketOptions objects = uploads.objects(store.objects());
        List<Target> paths = targets.targets(ref.name().map(Sourced::value), module, start, below);
        PlanOptions plan = new PlanOptions(
                targets.keys(),
                settings.flag("artifacts.encodeContent").orElse(false),
                new SelectionSettings(settings).limits());
        TransferLimits transfer = uploads.limits(store.connections());
        return new PublishSettings(
                store.forUploads(objects, uploads.checksums(), transfer.connections()),
                paths,
                plan,
                transfer,
                uploads.options(objects),
                settings.choice("artifacts.ifEmpty", IfEmpty.class).orElse(IfEmpty.FAIL),
                facts(ref),
                build.withoutSecrets().map(Sourced::value));
    }

    private BuildFacts facts(BuildRef.Published ref) {
        Optional<String> branch = build.pullRequest().isPresent() || build.tag().isPresent()
                ? Optional.empty()
                : ref.name().map(Sourced::value);
        return new BuildFacts(
                targets.slug().map(s -> s.value().value()),
                branch,
                build.pullRequest().map(PullRequest::number),
                build.tag().map(Sourced::value),
                build.commit().map(Sourced::value),
                build.server(),
                build.buildNumber().map(Sourced::value),
                build.buildUrl().map(Sourced::value),
                build.sequence().map(Sourced::value),
                build.commitTime().map(Sourced::value),
                tools,
                build.run().map(Sourced::value),
                build.attempt().map(Sourced::value),
                List.of(),
                false);
    }
}
