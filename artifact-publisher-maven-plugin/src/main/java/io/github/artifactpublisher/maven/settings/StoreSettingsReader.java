package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.maven.settings.StoreSettings.Bucket;
import io.github.artifactpublisher.maven.settings.StoreSettings.Identity;
import io.github.artifactpublisher.store.s3.settings.Access.Role;
import io.github.artifactpublisher.store.s3.settings.AwsSetting;
import io.github.artifactpublisher.store.s3.settings.AwsSettings;
import io.github.artifactpublisher.store.s3.settings.BucketOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import io.github.artifactpublisher.text.Quoted;
import io.github.artifactpublisher.text.Sourced;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of the connection to the bucket: those that every goal has. */
public final class StoreSettingsReader {
    private static final int DEFAULT_CONCURRENCY = 16;
    private static final Duration MIN_TIMEOUT = Duration.ofSeconds(1);

    private final Settings settings;
    private final AwsSettings aws;

    /**
     * Creates a reader.
     *
     * @param settings the settings of the goal
     * @param environment the environment variables; the AWS settings are looked up there, too
     */
    public StoreSettingsReader(Settings settings, Map<String, String> environment) {
        this(
                settings,
                new AwsSettings(
                        environment,
                        System::getProperty,
                        settings.text("artifacts.profile")
                                .map(given -> new AwsSetting(given.value(), given.source()))));
    }

    StoreSettingsReader(Settings settings, AwsSettings aws) {
        this.settings = settings;
        this.aws = aws;
    }

    /**
     * Reads the connection of a goal that stores nothing.
     *
     * @throws SettingException if a setting is missing or wrong
     */
    public StoreSettings read() {
        return new StoreSettings(
                bucket(),
                identity(),
                objects(),
                requests(),
                settings.number("artifacts.concurrency", 1, 64).orElse(DEFAULT_CONCURRENCY));
    }

    Bucket bucket() {
        String name = name();
        Optional<Boolean> pathStyle = settings.flag("artifacts.pathStyle");
        Optional<S3Endpoint> endpoint = endpoint(name, pathStyle);
        endpoint.ifPresent(this::refuseVariant);
        return new Bucket(name, region(endpoint), endpoint, pathStyle.orElse(endpoint.isPresent()));
    }

    private Identity identity() {
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
                    "is set, but artifacts.roleArn is not",
                    "Set artifacts.roleArn as well, or unset it.");
        });
    }

    private BucketOptions objects() {
        return new BucketOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                settings.matching(
                        "artifacts.expectedBucketOwner", "[0-9]{12}", "is not an account number of 12 digits"),
                settings.flag("artifacts.requesterPays").orElse(false));
    }

    private RequestOptions requests() {
        return new RequestOptions(
                DurationParser.setting(settings, "artifacts.retryFor", Duration.ZERO)
                        .orElse(RequestOptions.DEFAULTS.retryFor()),
                DurationParser.setting(settings, "artifacts.requestTimeout", MIN_TIMEOUT)
                        .orElse(RequestOptions.DEFAULTS.requestTimeout()),
                RequestOptions.DEFAULTS.checksums());
    }

    private String name() {
        Sourced<String> given = settings.text("artifacts.bucket")
                .orElseThrow(() -> new SettingException(
                        "artifacts.bucket",
                        "is not set, so the bucket to publish to is not known",
                        "Set the property artifacts.bucket in the POM or with -D, or the variable ARTIFACTS_BUCKET."));
        return BucketNameParser.parse(given);
    }

    /** Other servers than Amazon S3 have regions of any name, but the name must fit into a signature. */
    private Optional<String> region(Optional<S3Endpoint> endpoint) {
        Optional<Sourced<String>> given = settings.text("artifacts.region");
        given.ifPresent(region -> endpoint.ifPresent(server -> requireSame(region, server)));
        return given.map(
                region -> Settings.matching(region, "[A-Za-z0-9_.-]+", "is not a region name such as eu-central-1"));
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

    /** Returns the endpoint of the plugin's setting, else that of the AWS settings. Both are checked. */
    private Optional<S3Endpoint> endpoint(String bucket, Optional<Boolean> pathStyle) {
        boolean insecureAllowed =
                settings.flag("artifacts.allowInsecureEndpoint").orElse(false);
        return settings.text("artifacts.endpoint")
                .or(() -> aws.endpointUrl().map(found -> Sourced.of(found.value(), found.source())))
                .map(given -> {
                    URI uri = EndpointParser.parse(given, insecureAllowed);
                    new EndpointBucketCheck(given, uri, bucket).refuse(pathStyle);
                    return new S3Endpoint(uri, given.source());
                });
    }

    /** The SDK rejects both together, but its message does not name the settings. */
    private void refuseVariant(S3Endpoint endpoint) {
        aws.endpointVariant().ifPresent(variant -> {
            throw new SettingException(
                    variant.source(),
                    "is true, but FIPS and dual-stack endpoints of S3 require that no endpoint is set, and it is "
                            + endpoint,
                    "Unset " + variant.source() + " for this build, or unset " + endpoint.source() + ".");
        });
    }
}
