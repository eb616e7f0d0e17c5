package io.github.artifactpublisher.maven.check;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.message.LogListener;
import io.github.artifactpublisher.maven.message.SettingProblems;
import io.github.artifactpublisher.maven.reactor.Contribution;
import io.github.artifactpublisher.maven.reactor.GoalCall;
import io.github.artifactpublisher.maven.reactor.MissingSecrets;
import io.github.artifactpublisher.maven.reactor.OpenStores;
import io.github.artifactpublisher.maven.reactor.OpenStores.Checked;
import io.github.artifactpublisher.maven.settings.StoreConnection;
import io.github.artifactpublisher.maven.settings.StoreSettings;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.s3.S3ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the manifest of each set of a build, as {@code publish} does first, so that a wrong bucket or wrong credentials
 * fail the build before it compiles. Leaves the store open for {@code publish}. Writes nothing.
 */
final class StoreCheck {
    /** The time in which an unknown host name is retried. {@code publish} retries for longer. */
    private static final Duration MAX_RETRY = Duration.ofSeconds(15);

    private final GoalCall call;
    private final StoreConnection connection;
    private final SettingProblems problems = new SettingProblems();

    StoreCheck(GoalCall call, StoreConnection connection) {
        this.call = call;
        this.connection = connection;
    }

    /**
     * Checks the sets.
     *
     * @throws StoreException if {@code publish} would fail with it
     */
    void check(List<Contribution> contributions) {
        Map<StoreSettings, List<Contribution>> stores = contributions.stream()
                .collect(Collectors.groupingBy(
                        contribution -> contribution.settings().store(), LinkedHashMap::new, Collectors.toList()));
        stores.forEach((store, sets) -> problems.check(() -> read(store, sets), e -> report(e, sets.get(0))));
        problems.requireNone();
    }

    private void read(StoreSettings settings, List<Contribution> sets) {
        Set<Target> targets = sets.stream()
                .flatMap(set -> set.settings().targets().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        LogListener listener = new LogListener(call.log(), Clock.systemUTC());
        S3ObjectStore store = connection.open(settings.retryingAtMost(MAX_RETRY), listener);
        try {
            Map<KeyPrefix, ExistingManifest> manifests = new HashMap<>();
            targets.forEach(target -> manifests.put(target.prefix(), ExistingManifest.read(store, target.prefix())));
            OpenStores.of(call.session()).keep(settings, new Checked(store, listener, Map.copyOf(manifests)));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        call.log()
                .info("Checked the settings and "
                        + targets.stream()
                                .map(target -> store.address(target.prefix()))
                                .collect(Collectors.joining(", ")));
    }

    private void report(RuntimeException failure, Contribution set) {
        if (MissingSecrets.reason(set.settings().withoutSecrets(), failure).isPresent()) {
            call.log().debug("Not checked: this build has no secrets.");
        } else if (failure instanceof StoreException store && store.isTransient()) {
            call.log().warn(FailureMessages.notChecked(failure));
        } else {
            problems.add(failure);
        }
    }
}
