package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * Explains why a build is not published to which the CI server gives no secrets, such as one of Dependabot. Such a
 * build is left out and does not fail.
 */
public final class MissingSecrets {
    /** The settings that workflows usually take from secrets. Without secrets they are empty. */
    private static final Set<String> SETTINGS =
            Set.of("artifacts.bucket", "artifacts.serverId", "ARTIFACTS_KEY", "ARTIFACTS_SECRET");

    private static final Set<Kind> KINDS = Set.of(Kind.NO_CREDENTIALS, Kind.NO_REGION);

    private MissingSecrets() {}

    /**
     * Returns the reason why a build is left out.
     *
     * @param actor the actor whose builds get no secrets; empty if the build gets them
     * @param failure the failure of the build
     * @return the reason; empty if the failure has another cause
     */
    public static Optional<String> reason(Optional<String> actor, RuntimeException failure) {
        boolean isMissing = (failure instanceof SettingException setting && SETTINGS.contains(setting.setting()))
                || (failure instanceof StoreException store && KINDS.contains(store.kind()));
        return actor.filter(known -> isMissing)
                .map(known -> known + " started this build, to which the CI server gives no secrets, and "
                        + missing(failure));
    }

    private static String missing(RuntimeException failure) {
        if (failure instanceof SettingException setting) {
            return setting.setting() + " " + setting.reason();
        }
        return failure instanceof StoreException store && store.kind() == Kind.NO_REGION
                ? "no region was found"
                : "no credentials were found";
    }
}
