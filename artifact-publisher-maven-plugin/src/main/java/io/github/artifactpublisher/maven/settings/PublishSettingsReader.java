package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.ci.BranchName;
import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.ci.PullRequest;
import io.github.artifactpublisher.ci.PullRequestMode;
import io.github.artifactpublisher.ci.RepositorySlug;
import io.github.artifactpublisher.maven.settings.PublishSettings.IfEmpty;
import io.github.artifactpublisher.outputs.Coordinates;
import io.github.artifactpublisher.publish.BuildFacts;
import io.github.artifactpublisher.publish.PlanOptions;
import io.github.artifactpublisher.store.s3.settings.AwsSetting;
import io.github.artifactpublisher.store.s3.settings.AwsSettings;
import io.github.artifactpublisher.text.Sourced;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes {@link PublishSettings} of what the user and the CI server say, checking every value. */
public final class PublishSettingsReader {
    private final Settings settings;
    private final Map<String, String> environment;
    private final CiBuild build;
    private final Map<String, String> tools;

    public PublishSettingsReader(
            Settings settings, Map<String, String> environment, CiBuild build, Map<String, String> tools) {
        this.settings = settings;
        this.environment = environment;
        this.build = build;
        this.tools = tools;
    }

    /** What this build is published as. */
    public BuildRef ref() {
        PullRequestMode mode =
                settings.choice("artifacts.pullRequests", PullRequestMode.class).orElse(PullRequestMode.BRANCH);
        Optional<Sourced<BranchName>> given = settings.text("artifacts.branch")
                .map(text -> Sourced.of(
                        Settings.parsed(text, BranchName::new, "is no branch's name that git allows"), text.source()));
        return BuildRef.of(build, mode, given, settings.values("artifacts.trustedTriggers"));
    }

    /** The repository: as the user says, else as the CI server or git says. */
    public Optional<Sourced<RepositorySlug>> slug() {
        return settings.text("artifacts.slug")
                .map(text -> Sourced.of(
                        Settings.parsed(text, RepositorySlug::new, "is no slug of the form OWNER/REPOSITORY"),
                        text.source()))
                .or(build::slug);
    }

    /**
     * The settings.
     *
     * @param module the coordinates of the module
     * @param now for the placeholders of time if the commit's time is not known
     * @param below a template of what comes below each target, with a leading slash; or empty
     */
    public PublishSettings read(BuildRef.Published ref, Coordinates module, Instant now, String below) {
        BucketSettings bucket = new BucketSettings(settings, aws());
        TargetSettings targets = new TargetSettings(settings, environment, below);
        TransferSettings transfer = new TransferSettings(settings);
        return new PublishSettings(
                bucket.bucket(),
                bucket.identity(),
                bucket.objects(),
                targets.targets(build, slug().map(Sourced::value), ref.name().map(Sourced::value), module, now),
                new PlanOptions(
                        targets.keys(),
                        settings.flag("artifacts.encodeContent").orElse(false),
                        new SelectionSettings(settings).limits()),
                transfer.limits(),
                transfer.requests(),
                new OptionSettings(settings).options(bucket.objects()),
                settings.choice("artifacts.ifEmpty", IfEmpty.class).orElse(IfEmpty.FAIL),
                facts(ref),
                build.withoutSecrets().map(Sourced::value));
    }

    private AwsSettings aws() {
        return new AwsSettings(
                environment,
                System::getProperty,
                settings.text("artifacts.profile").map(given -> new AwsSetting(given.value(), given.source())));
    }

    private BuildFacts facts(BuildRef.Published ref) {
        Optional<String> branch = build.pullRequest().isPresent() || build.tag().isPresent()
                ? Optional.empty()
                : ref.name().map(Sourced::value);
        return new BuildFacts(
                slug().map(s -> s.value().value()),
                branch,
                build.pullRequest().map(PullRequest::number),
                build.tag().map(Sourced::value),
                build.commit().map(c -> c.value().value()),
                build.server(),
                build.buildNumber().map(Sourced::value),
                build.buildUrl().map(Sourced::value),
                build.sequence().map(Sourced::value),
                build.commitTime().map(Sourced::value),
                tools,
                build.run().map(Sourced::value),
                build.attempt().map(Sourced::value),
                List.of());
    }
}
