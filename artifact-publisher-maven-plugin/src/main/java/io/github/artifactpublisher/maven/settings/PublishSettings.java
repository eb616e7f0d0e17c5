package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.publish.BuildFacts;
import io.github.artifactpublisher.publish.PlanOptions;
import io.github.artifactpublisher.publish.PublishOptions;
import io.github.artifactpublisher.publish.TransferLimits;
import io.github.artifactpublisher.store.s3.settings.Access.Role;
import io.github.artifactpublisher.store.s3.settings.ObjectOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import java.util.List;
import java.util.Optional;

/**
 * Where and as what a module is published. Modules whose settings are equal are published as one set.
 *
 * @param bucket where the bucket is
 * @param identity whose credentials count
 * @param objects how the bucket is to keep the objects
 * @param targets where the set goes
 * @param plan what the plan has to keep to
 * @param transfer how much is under way at once
 * @param requests how requests are sent
 * @param options how the plan is carried out
 * @param ifEmpty what happens if there is nothing to publish
 * @param build what the manifest says of the build
 * @param withoutSecrets the actor whose builds get no secrets from the CI server, if it started this one
 */
public record PublishSettings(
        Bucket bucket,
        Identity identity,
        ObjectOptions objects,
        List<Target> targets,
        PlanOptions plan,
        TransferLimits transfer,
        RequestOptions requests,
        PublishOptions options,
        IfEmpty ifEmpty,
        BuildFacts build,
        Optional<String> withoutSecrets) {
    /** These, deleting nothing that a set no longer has. */
    public PublishSettings deletingNothing() {
        return new PublishSettings(
                bucket,
                identity,
                objects,
                targets,
                plan,
                transfer,
                requests,
                options.deletingNothing(),
                ifEmpty,
                build,
                withoutSecrets);
    }

    /** These, of a working copy whose tracked files differ from the commit, or do not. */
    public PublishSettings ofDirty(boolean dirty) {
        return new PublishSettings(
                bucket,
                identity,
                objects,
                targets,
                plan,
                transfer,
                requests,
                options,
                ifEmpty,
                build.ofDirty(dirty),
                withoutSecrets);
    }

    /**
     * Where the bucket is.
     *
     * @param name the bucket's name
     * @param region its region, if it is given
     * @param endpoint another server than Amazon's, if it is given
     * @param pathStyle whether the bucket is named in the path
     */
    public record Bucket(String name, Optional<String> region, Optional<S3Endpoint> endpoint, boolean pathStyle) {}

    /**
     * Whose credentials count; the credentials themselves are looked up only to be used.
     *
     * @param serverId the server in settings.xml that has them, if one is given
     * @param profile the AWS profile, if one is given
     * @param role the role to assume, if one is given
     */
    public record Identity(Optional<String> serverId, Optional<String> profile, Optional<Role> role) {}

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
