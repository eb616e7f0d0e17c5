package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.concurrent.Pause;
import io.github.artifactpublisher.manifest.Ancestry;
import io.github.artifactpublisher.manifest.OpenStore;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.message.LogListener;
import io.github.artifactpublisher.maven.reactor.OpenStores.Checked;
import io.github.artifactpublisher.maven.settings.PublishSettings;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.maven.settings.StoreConnection;
import io.github.artifactpublisher.maven.settings.StoreSettings;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.publish.PublishOptions;
import io.github.artifactpublisher.publish.Publisher;
import io.github.artifactpublisher.report.PlanFormat;
import io.github.artifactpublisher.report.PublishReport;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.s3.S3ObjectStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Publishes the contributions of modules. Modules with the same settings are one set. */
public final class SetPublisher {
    private final Log log;
    private final StoreConnection connection;
    private final OpenStores stores;
    private final Clock clock;
    private final Ancestry ancestry;

    /**
     * Creates a publisher.
     *
     * @param log gets the progress and the result
     * @param connection opens the bucket
     * @param stores the stores that are open already
     * @param clock the time of the manifest
     * @param ancestry compares commits, to find out which build is newer
     */
    public SetPublisher(Log log, StoreConnection connection, OpenStores stores, Clock clock, Ancestry ancestry) {
        this.log = log;
        this.connection = connection;
        this.stores = stores;
        this.clock = clock;
        this.ancestry = ancestry;
    }

    /**
     * Publishes the sets of the reactor. All sets are planned and checked before the first upload.
     *
     * @param allowPartial whether a set may replace one of the same run that has more modules
     */
    void publish(List<Contribution> contributions, boolean allowPartial) {
        List<Contribution> ofReactor =
                contributions.stream().filter(Contribution::isOfReactorSet).toList();
        List<Contribution> published = Contribution.published(contributions);
        new SetPlans(log)
                .of(ofReactor, contributions)
                .forEach((settings, plan) -> publishSet(settings, plan, modules(settings, published), allowPartial));
        show(contributions.stream().filter(Contribution::onlyPlanned).toList());
    }

    /**
     * Publishes one module as a set of its own. If it has no files, only its paths are checked.
     *
     * @param all the contributions of all modules that have reached the goal, this one included
     * @param allowPartial whether its set may replace one of the same run that has more modules
     */
    void publishAlone(Contribution module, List<Contribution> all, boolean allowPartial) {
        if (module.outputs().isEmpty()) {
            DistinctTargets.require(all);
            return;
        }
        new SetPlans(log)
                .of(List.of(module), all)
                .forEach((settings, plan) ->
                        publishSet(settings, plan, modules(settings, List.of(module)), allowPartial));
    }

    /** Includes modules without files, because the modules identify the reactor. */
    private static List<String> modules(PublishSettings settings, List<Contribution> contributions) {
        return contributions.stream()
                .filter(module -> module.settings().equals(settings))
                .flatMap(module -> module.module().stream())
                .toList();
    }

    /** A failure of this plan is logged, because the user did not request it. */
    private void show(List<Contribution> planned) {
        try {
            new PlanDisplay(log, PlanFormat.TEXT, Optional.empty())
                    .show(new SetPlans(log).of(planned, planned), planned);
        } catch (RuntimeException e) {
            log.info("The plan cannot be shown. " + FailureMessages.of(e).orElseThrow(() -> e));
        }
    }

    private void publishSet(PublishSettings settings, Plan plan, List<String> modules, boolean allowPartial) {
        try {
            upload(settings, plan, modules, allowPartial);
        } catch (SettingException | StoreException e) {
            String reason = MissingSecrets.reason(settings.withoutSecrets(), e).orElseThrow(() -> e);
            log.info("Not published: " + reason + ".");
        }
    }

    private void upload(PublishSettings settings, Plan plan, List<String> modules, boolean allowPartial) {
        PublishOptions options = allowPartial ? settings.options().allowingPartial() : settings.options();
        LogListener listener = new LogListener(log, clock);
        Optional<Checked> checked = stores.find(settings.store());
        new Publisher(
                        () -> open(settings.store(), checked, listener, plan),
                        listener,
                        settings.transfer(),
                        clock,
                        ancestry,
                        Pause.SLEEP)
                .publish(plan, settings.build().ofModules(modules), options);
        checked.map(Checked::listener).orElse(listener).logRequests();
    }

    private OpenStore open(StoreSettings settings, Optional<Checked> checked, LogListener listener, Plan plan) {
        S3ObjectStore store = checked.map(Checked::store).orElseGet(() -> connection.open(settings, listener));
        log.info("Publishing " + PublishReport.files(plan.objects().size()) + " to bucket "
                + settings.bucket().name() + ", " + store.identity());
        return new OpenStore(store, checked.map(Checked::manifests).orElse(Map.of()), checked.isPresent());
    }
}
