package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.plan.PlanOptions;
import io.github.artifactpublisher.publish.PublishOptions;
import io.github.artifactpublisher.transfer.TransferLimits;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a module. Modules with equal settings are published as one set.
 *
 * @param store the connection to the bucket
 * @param targets the paths of the set
 * @param plan names, gzip and limits of the files
 * @param transfer memory and parallel uploads
 * @param options layout, and which existing objects and sets are replaced
 * @param ifEmpty what happens if there is nothing to publish
 * @param build the build, for the manifest
 * @param withoutSecrets the actor whose builds get no secrets from the CI server, if it started this one
 */
public record PublishSettings(
        StoreSettings store,
        List<Target> targets,
        PlanOptions plan,
        TransferLimits transfer,
        PublishOptions options,
        IfEmpty ifEmpty,
        BuildFacts build,
        Optional<String> withoutSecrets) {
    /** Returns the same settings without {@code artifacts.clean}. */
    public PublishSettings withoutCleaning() {
        return new PublishSettings(
                store, targets, plan, transfer, options.withoutCleaning(), ifEmpty, build, withoutSecrets);
    }

    /** Returns the same settings with what the manifest says of uncommitted changes. */
    public PublishSettings ofDirty(boolean dirty) {
        return new PublishSettings(
                store, targets, plan, transfer, options, ifEmpty, build.ofDirty(dirty), withoutSecrets);
    }

    /** What happens if there is nothing to publish. */
    public enum IfEmpty {
        /** The build fails. */
        FAIL,
        /** The build warns. */
        WARN,
        /** The build says nothing. */
        IGNORE
    }
}
