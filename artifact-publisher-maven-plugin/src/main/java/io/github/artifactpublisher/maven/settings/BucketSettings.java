package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.maven.settings.PublishSettings.Bucket;
import io.github.artifactpublisher.maven.settings.PublishSettings.Identity;
import io.github.artifactpublisher.store.s3.settings.Access.Role;
import io.github.artifactpublisher.store.s3.settings.AwsSettings;
import io.github.artifactpublisher.store.s3.settings.ObjectOptions;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import io.github.artifactpublisher.text.Quoted;
import io.github.artifactpublisher.text.Sourced;
import java.net.URI;
import java.util.Optional;

/** Reads what the user says of the bucket, who may write there, and how it keeps objects. */
final class BucketSettings {
    private final Settings settings;
    private final AwsSettings aws;

    BucketSettings(Settings settings, AwsSettings aws) {
        this.settings = settings;
        this.aws = aws;
    }

    Bucket bucket() {
        String name = name();
        Optional<Boolean> pathStyle = settings.flag("artifacts.pathStyle");
        Optional<S3Endpoint> endpoint = endpoint(name, pathStyle);
        endpoint.ifPresent(this::refuseVariant);
        return new Bucket(name, region(endpoint), endpoint, pathStyle.orElse(endpoint.isPresent()));
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
    private Optional<String> region(Optional<S3Endpoint> endpoint) {
        Optional<Sourced<String>> given = settings.text("artifacts.region", "ARTIFACTS_S3_REGION");
        given.ifPresent(region -> endpoint.ifPresent(server -> requireSame(region, server)));
        return given.map(region -> matching(region, "[A-Za-z0-9_.-]+", "is no region's name such as eu-central-1"));
    }

    private static void requireSame(Sourced<String> region, S3Endpoint server) {
        server.region().filter(named -> !named.equals(region.value())).ifPresent(named -> {
            throw new SettingException(
                    region.source(),
                    "is '" + Quoted.text(region.value()) + "', and the endpoint " + server + " is in " + named,
                    Settings.line(region.source(), named) + " If the bucket is in " + Quoted.text(region.value())
                            + ", correct or unset " + server.source() + ".");
        });
    }

    /** The endpoint of this plugin's property, else that of the AWS settings, which goes through the same checks. */
    private Optional<S3Endpoint> endpoint(String bucket, Optional<Boolean> pathStyle) {
        boolean insecureAllowed =
                settings.flag("artifacts.allowInsecureEndpoint").orElse(false);
        return settings.text("artifacts.endpoint")
                .or(() -> aws.endpointUrl().map(found -> Sourced.of(found.value(), found.source())))
                .map(given -> {
                    URI uri = Endpoint.parse(given, insecureAllowed);
                    new BucketInEndpoint(given, uri, bucket).refuse(pathStyle);
                    return new S3Endpoint(uri, given.source());
                });
    }

    /** The SDK refuses the two together, and does not say who has asked for what. */
    private void refuseVariant(S3Endpoint endpoint) {
        aws.endpointVariant().ifPresent(variant -> {
            throw new SettingException(
                    variant.source(),
                    "is true, and S3 has FIPS and dual-stack endpoints only where no endpoint is set, which is "
                            + endpoint,
                    "Unset " + variant.source() + " for this build, or unset " + endpoint.source() + ".");
        });
    }
}
