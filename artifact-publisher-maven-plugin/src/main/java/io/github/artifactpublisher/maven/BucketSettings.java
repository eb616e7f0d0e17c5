package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.ci.Quoted;
import io.github.artifactpublisher.ci.Sourced;
import io.github.artifactpublisher.maven.PublishSettings.Bucket;
import io.github.artifactpublisher.maven.PublishSettings.Identity;
import io.github.artifactpublisher.store.s3.Access.Role;
import io.github.artifactpublisher.store.s3.ObjectOptions;
import java.net.URI;
import java.util.Optional;

/** Reads what the user says of the bucket, who may write there, and how it keeps objects. */
final class BucketSettings {
    private final Settings settings;

    BucketSettings(Settings settings) {
        this.settings = settings;
    }

    Bucket bucket() {
        String name = name();
        Optional<Boolean> pathStyle = settings.flag("artifacts.pathStyle");
        Optional<URI> endpoint = endpoint(name, pathStyle);
        return new Bucket(name, region(), endpoint, pathStyle.orElse(endpoint.isPresent()));
    }

    Identity identity() {
        return new Identity(settings.value("artifacts.serverId"), settings.value("artifacts.profile"), role());
    }

    private Optional<Role> role() {
        Optional<String> arn = settings.value("artifacts.roleArn");
        if (arn.isEmpty()) {
            refuseWithoutRole("artifacts.roleExternalId");
            refuseWithoutRole("artifacts.roleSessionName");
        }
        return arn.map(given -> new Role(
                given,
                settings.value("artifacts.roleExternalId"),
                settings.value("artifacts.roleSessionName").orElse("artifact-publisher")));
    }

    private void refuseWithoutRole(String property) {
        settings.text(property).ifPresent(given -> {
            throw new SettingException(
                    given.source(),
                    "is set, and no role is to be assumed",
                    "Set artifacts.roleArn as well, or unset it.");
        });
    }

    ObjectOptions objects() {
        Optional<String> encryption = matching(
                "artifacts.encryption", "AES256|aws:kms|aws:kms:dsse", "is none of AES256, aws:kms, aws:kms:dsse");
        return new ObjectOptions(
                encryption,
                kmsKey(encryption),
                matching("artifacts.storageClass", "[A-Z_]+", "is no storage class such as STANDARD_IA"),
                acl(),
                matching("artifacts.expectedBucketOwner", "[0-9]{12}", "is no account number of 12 digits"),
                settings.flag("artifacts.requesterPays").orElse(false));
    }

    /** S3 PutObject refuses a key without the encryption that it is for. */
    private Optional<String> kmsKey(Optional<String> encryption) {
        Optional<Sourced<String>> given = settings.text("artifacts.kmsKeyId");
        if (given.isPresent()
                && encryption.filter(way -> way.startsWith("aws:kms")).isEmpty()) {
            throw new SettingException(
                    given.get().source(),
                    "is set, and artifacts.encryption does not say that a KMS key is used",
                    "Set artifacts.encryption=aws:kms as well, or leave the key to the bucket.");
        }
        return given.map(Sourced::value);
    }

    /**
     * The forebear sent {@code private} by default, which says nothing, and buckets of today refuse what says
     * something.
     */
    private Optional<String> acl() {
        return settings.text("artifacts.acl", "ARTIFACTS_PERMISSIONS")
                .map(given -> matching(given, "[a-z-]+", "is no canned ACL such as bucket-owner-full-control"))
                .filter(acl -> !acl.equals("private"));
    }

    private Optional<String> matching(String property, String pattern, String reason) {
        return settings.text(property).map(given -> matching(given, pattern, reason));
    }

    private static String matching(Sourced<String> given, String pattern, String reason) {
        if (!given.value().matches(pattern)) {
            throw new SettingException(
                    given.source(), "is '" + Quoted.text(given.value()) + "', which " + reason, "Correct it.");
        }
        return given.value();
    }

    private String name() {
        Sourced<String> given = settings.text("artifacts.bucket", "ARTIFACTS_S3_BUCKET")
                .orElseThrow(() -> new SettingException(
                        "artifacts.bucket",
                        "is not set: nothing says which bucket to publish to",
                        "Set the property artifacts.bucket in the POM or with -D, or the variable ARTIFACTS_BUCKET."));
        return BucketName.parse(given);
    }

    /** Another server than Amazon's may call its regions what it likes, but the name has to stand in a signature. */
    private Optional<String> region() {
        return settings.text("artifacts.region", "ARTIFACTS_S3_REGION")
                .map(given -> matching(given, "[A-Za-z0-9_.-]+", "is no region's name such as eu-central-1"));
    }

    private Optional<URI> endpoint(String bucket, Optional<Boolean> pathStyle) {
        boolean insecureAllowed =
                settings.flag("artifacts.allowInsecureEndpoint").orElse(false);
        return settings.text("artifacts.endpoint").map(given -> {
            URI endpoint = Endpoint.parse(given, insecureAllowed);
            new BucketInEndpoint(given, endpoint, bucket).refuse(pathStyle);
            return endpoint;
        });
    }
}
