package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.ci.BranchName;
import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.ci.PullRequest;
import io.github.artifactpublisher.ci.PullRequestMode;
import io.github.artifactpublisher.ci.RepositorySlug;
import io.github.artifactpublisher.ci.Sourced;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.KeyTemplate;
import io.github.artifactpublisher.layout.Placeholders;
import io.github.artifactpublisher.maven.PublishSettings.IfEmpty;
import io.github.artifactpublisher.publish.BuildFacts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes {@link PublishSettings} of what the user and the CI server say, checking every value. */
final class PublishSettingsReader {
    private static final String DEFAULT_TARGET = "artifacts/{slug}/{branch}";
    private static final int DEFAULT_CONCURRENCY = 5;

    private final PublishConfiguration configuration;
    private final Settings settings;
    private final CiBuild build;
    private final Map<String, String> tools;

    PublishSettingsReader(
            PublishConfiguration configuration, Settings settings, CiBuild build, Map<String, String> tools) {
        this.configuration = configuration;
        this.settings = settings;
        this.build = build;
        this.tools = tools;
    }

    /** What this build is published as. */
    BuildRef ref() {
        PullRequestMode mode = settings.choice(
                        "artifacts.pullRequests", configuration.pullRequests(), PullRequestMode.class)
                .orElse(PullRequestMode.BRANCH);
        Optional<Sourced<BranchName>> given = settings.text("artifacts.branch", configuration.branch())
                .map(text -> Sourced.of(
                        Settings.parsed(text, BranchName::new, "is no branch's name that git allows"), text.source()));
        boolean trusted = build.untrustedTrigger()
                .map(trigger -> trustedTriggers().contains(trigger.value()))
                .orElse(false);
        return BuildRef.of(build, mode, given, trusted);
    }

    private List<String> trustedTriggers() {
        return settings.list("artifacts.trustedTriggers", configuration.trustedTriggers()).stream()
                .map(Sourced::value)
                .toList();
    }

    /** The repository: as the user says, else as the CI server or git says. */
    Optional<Sourced<RepositorySlug>> slug() {
        return settings.text("artifacts.slug", configuration.slug())
                .map(text -> Sourced.of(
                        Settings.parsed(text, RepositorySlug::new, "is no slug of the form OWNER/REPOSITORY"),
                        text.source()))
                .or(build::slug);
    }

    PublishSettings read(BuildRef.Published ref) {
        return new PublishSettings(
                bucket(),
                settings.text("artifacts.region", configuration.region(), "ARTIFACTS_S3_REGION")
                        .map(Sourced::value),
                endpoint(),
                settings.flag("artifacts.pathStyle", configuration.pathStyle())
                        .orElse(endpoint().isPresent()),
                settings.text("artifacts.serverId", configuration.serverId()).map(Sourced::value),
                targets(ref.name().map(Sourced::value)),
                settings.number("artifacts.concurrency", configuration.concurrency(), 1, 64)
                        .orElse(DEFAULT_CONCURRENCY),
                settings.choice("artifacts.ifEmpty", configuration.ifEmpty(), IfEmpty.class)
                        .orElse(IfEmpty.FAIL),
                facts(ref));
    }

    private String bucket() {
        Sourced<String> given = settings.text("artifacts.bucket", configuration.bucket(), "ARTIFACTS_S3_BUCKET")
                .orElseThrow(() -> new SettingException(
                        "artifacts.bucket",
                        "is not set: nothing says which bucket to publish to",
                        "Set the property artifacts.bucket in the POM or with -D, or the variable ARTIFACTS_BUCKET."));
        if (!given.value().matches("[A-Za-z0-9._-]{3,255}")) {
            throw new SettingException(
                    given.source(),
                    "is '" + given.value() + "', which is no bucket's name",
                    "Give the name alone, without s3:// and without a path.");
        }
        if (given.value().endsWith("--x-s3")) {
            throw new SettingException(
                    given.source(),
                    "is '" + given.value() + "', a directory bucket, which takes no Content-MD5",
                    "Use a general purpose bucket.");
        }
        return given.value();
    }

    private Optional<URI> endpoint() {
        boolean insecureAllowed = settings.flag(
                        "artifacts.allowInsecureEndpoint", configuration.allowInsecureEndpoint())
                .orElse(false);
        return settings.text("artifacts.endpoint", configuration.endpoint())
                .map(given -> Endpoint.parse(given, insecureAllowed));
    }

    private List<KeyPrefix> targets(Optional<String> branch) {
        Map<String, Optional<String>> values = Placeholders.of(build, slug().map(Sourced::value), branch);
        List<String> templates = settings.list("artifacts.targetPaths", configuration.targetPaths()).stream()
                .map(Sourced::value)
                .toList();
        return (templates.isEmpty() ? List.of(DEFAULT_TARGET) : templates)
                .stream()
                        .map(text -> new KeyTemplate(text).fill(values))
                        .distinct()
                        .toList();
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
                tools);
    }
}
