package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.maven.PublishSettings.Bucket;
import io.github.artifactpublisher.maven.PublishSettings.Identity;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.publish.Plan;
import io.github.artifactpublisher.publish.PublishedSet;
import io.github.artifactpublisher.publish.Publisher;
import io.github.artifactpublisher.report.PlanFormat;
import io.github.artifactpublisher.report.PublishReport;
import io.github.artifactpublisher.store.s3.Access;
import io.github.artifactpublisher.store.s3.S3ObjectStore;
import io.github.artifactpublisher.store.s3.S3Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Publishes what the modules have contributed: modules with the same settings as one set. */
final class Publication {
    private final Log log;
    private final ServerCredentials credentials;
    private final MavenProxies proxies;
    private final String userAgent;
    private final Clock clock;

    Publication(Log log, ServerCredentials credentials, MavenProxies proxies, String userAgent, Clock clock) {
        this.log = log;
        this.credentials = credentials;
        this.proxies = proxies;
        this.userAgent = userAgent;
        this.clock = clock;
    }

    void publish(List<Contribution> contributions) {
        List<Contribution> planned =
                contributions.stream().filter(Contribution::onlyPlanned).toList();
        List<Contribution> published =
                contributions.stream().filter(module -> !module.onlyPlanned()).toList();
        Contribution.sets(published).forEach(this::publishSet);
        new PlanDisplay(log, PlanFormat.TEXT, null).show(planned);
    }

    private void publishSet(PublishSettings settings, List<Contribution> modules) {
        List<Output> outputs = Contribution.outputs(modules);
        if (outputs.isEmpty()) {
            reportEmpty(settings);
            return;
        }
        Path scratch = modules.get(modules.size() - 1).folder().resolve("artifact-publisher");
        Plan plan = Plan.of(settings.targets(), settings.plan(), outputs);
        Instant start = clock.instant();
        try (S3ObjectStore store = S3ObjectStore.open(s3(settings))) {
            log.info("Publishing " + PublishReport.files(plan.objects().size()) + " to bucket " + settings.bucket()
                    + ", " + store.identity());
            LogListener listener = new LogListener(log);
            List<PublishedSet> sets = new Publisher(store, listener, scratch, settings.concurrency(), clock)
                    .publish(plan, settings.build());
            sets.forEach(set -> report(set, Duration.between(start, clock.instant())));
        }
    }

    private void report(PublishedSet set, Duration duration) {
        log.info("");
        PublishReport.summary(set, duration).forEach(log::info);
    }

    private void reportEmpty(PublishSettings settings) {
        switch (settings.ifEmpty()) {
            case FAIL ->
                throw new SettingException(
                        "The build",
                        "has nothing to publish: no module has a main or attached artifact",
                        "Package something, or set artifacts.ifEmpty=warn or artifacts.skip=true.");
            case WARN -> log.warn("Nothing to publish: no module has a main or attached artifact.");
            case IGNORE -> log.debug("Nothing to publish.");
        }
    }

    private S3Settings s3(PublishSettings settings) {
        Bucket bucket = settings.bucket();
        Identity identity = settings.identity();
        return new S3Settings(
                bucket.name(),
                bucket.region(),
                bucket.endpoint(),
                bucket.pathStyle(),
                new Access(credentials.find(identity), identity.profile(), identity.role()),
                settings.objects(),
                proxies.find(bucket.endpoint()),
                settings.concurrency(),
                userAgent);
    }
}
