package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks that no two sets are published to the same path, where each would replace the manifest of the other. */
public final class DistinctTargets {
    private DistinctTargets() {}

    /**
     * Checks the paths of all sets.
     *
     * @param modules the modules; those with the same settings are one set, unless each is a set of its own
     * @throws SettingException naming two of them
     */
    public static void require(List<Contribution> modules) {
        Map<String, Contribution> byAddress = new LinkedHashMap<>();
        for (Contribution module : modules) {
            for (Target target : module.settings().targets()) {
                String address = module.settings().store().bucket().endpoint().map(S3Endpoint::uri) + " "
                        + module.settings().store().bucket().name() + " " + target;
                Contribution other = byAddress.putIfAbsent(address, module);
                if (other != null && !areOneSet(other, module)) {
                    throw refusal(other, module, target);
                }
            }
        }
    }

    private static boolean areOneSet(Contribution one, Contribution other) {
        return one.settings().equals(other.settings()) && !one.perModule() && !other.perModule();
    }

    private static SettingException refusal(Contribution one, Contribution other, Target target) {
        String address = "s3://" + one.settings().store().bucket().name() + "/" + target;
        return one.perModule() || other.perModule()
                ? new SettingException(
                        "The modules " + one.name() + " and " + other.name(),
                        "publish to the same path, " + address
                                + ", as sets of their own (artifacts.perModule), so the manifest of one would replace that of the other",
                        "Give them different artifacts.targetPaths, for example with {groupId}; if they are two executions in one module, remove one.")
                : new SettingException(
                        "The modules " + one.name() + " and " + other.name(),
                        "publish to the same path, " + address
                                + ", with different artifacts.* settings, so the manifest of one would replace that of the other",
                        "Use the same settings for all modules, in the root POM, or give them different artifacts.targetPaths.");
    }
}
