package io.github.artifactpublisher.maven.check;

import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.message.LogListener;
import io.github.artifactpublisher.maven.message.SettingProblems;
import io.github.artifactpublisher.maven.reactor.Contribution;
import io.github.artifactpublisher.maven.reactor.GoalCall;
import io.github.artifactpublisher.maven.reactor.SdkLogging;
import io.github.artifactpublisher.maven.reactor.WithoutSecrets;
import io.github.artifactpublisher.maven.settings.StoreConnection;
import io.github.artifactpublisher.maven.settings.StoreSettings;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the manifest of each set of a build, as {@code publish} does first, so that a wrong bucket or wrong credentials
 * fail the build before it compiles. Writes nothing.
 */
final class StoreCheck {
    /** As long as the attempts of an unknown host name take. {@code publish} has more patience. */
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
        SdkLogging.quieten(call.tools().mavenVersion());
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
        try (ObjectStore store = connection.open(settings.retryingAtMost(MAX_RETRY), listener)) {
            targets.forEach(target -> ExistingManifest.read(store, target.prefix()));
            call.log()
                    .info("Checked the settings and "
                            + targets.stream()
                                    .map(target -> store.address(target.prefix()))
                                    .collect(Collectors.joining(", ")));
        }
        listener.logRequests();
    }

    private void report(RuntimeException failure, Contribution set) {
        if (WithoutSecrets.reason(set.settings().withoutSecrets(), failure).isPresent()) {
            call.log().debug("Not checked: this build has no secrets.");
        } else if (failure instanceof StoreException store && store.mayHeal()) {
            call.log().warn(FailureMessages.notChecked(failure));
        } else {
            problems.add(failure);
        }
    }
}
