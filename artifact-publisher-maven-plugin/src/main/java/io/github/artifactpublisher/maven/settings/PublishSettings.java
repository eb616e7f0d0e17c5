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
 * @param ifEmpty the result if there is nothing to publish
 * @param build the build, for the manifest
 * @param withoutSecrets the actor that started the build, if the CI server gives its builds no secrets
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

    /** Returns the same settings, with or without uncommitted changes in the manifest. */
    public PublishSettings ofDirty(boolean dirty) {
        return new PublishSettings(
                store, targets, plan, transfer, options, ifEmpty, build.ofDirty(dirty), withoutSecrets);
    }

    /** The result if there is nothing to publish. */
    public enum IfEmpty {
        /** The build fails. */
        FAIL,
        /** The build warns. */
        WARN,
        /** The build passes without a warning. */
        IGNORE
    }
}
