package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.s3.settings.Access;
import io.github.artifactpublisher.store.s3.settings.Access.StaticCredentials;
import io.github.artifactpublisher.store.s3.settings.AwsSettings;
import io.github.artifactpublisher.store.s3.settings.BucketOptions;
import io.github.artifactpublisher.store.s3.settings.ProxyRoute;
import io.github.artifactpublisher.store.s3.settings.ProxyRoutes;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions.Checksums;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import io.github.artifactpublisher.store.s3.settings.S3Settings.Proxy;
import io.github.artifactpublisher.testing.S3Server;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Settings for a server of a test. */
public final class TestSettings {
    private TestSettings() {}

    /** Of the AWS tools' own settings: none. */
    public static final AwsSettings NO_AWS = aws(Map.of());

    /** The bucket's own defaults. */
    public static final BucketOptions NO_OPTIONS = new BucketOptions(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** The credentials that the SDK finds. */
    public static final Access CHAIN = new Access(Optional.empty(), Optional.empty(), Optional.empty());

    public static S3Settings of(URI endpoint, String bucket) {
        return of(endpoint, bucket, S3Server.SECRET_KEY, server -> ProxyRoute.NO_PROXY);
    }

    /** With these variables, and no profile but of a file that they name. */
    public static AwsSettings aws(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(
                Map.of("AWS_CONFIG_FILE", "there-is-none", "AWS_SHARED_CREDENTIALS_FILE", "there-is-none"));
        all.putAll(environment);
        return new AwsSettings(all, property -> null, Optional.empty());
    }

    /** The same with these settings of AWS. */
    public static S3Settings with(AwsSettings aws, S3Settings settings) {
        return new S3Settings(
                settings.bucket(),
                settings.region(),
                settings.endpoint(),
                settings.pathStyle(),
                aws,
                settings.access(),
                settings.bucketOptions(),
                settings.proxies(),
                settings.requests(),
                settings.connections(),
                settings.userAgent());
    }

    public static S3Settings withSecret(URI endpoint, String bucket, String secretKey) {
        return of(endpoint, bucket, secretKey, server -> ProxyRoute.NO_PROXY);
    }

    /** With a session token that no server has given. */
    public static S3Settings withToken(URI endpoint, String bucket) {
        S3Settings settings = of(endpoint, bucket);
        StaticCredentials given =
                new StaticCredentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY, Optional.of("stale"), "the test");
        return accessedBy(new Access(Optional.of(given), Optional.empty(), Optional.empty()), settings);
    }

    /** The same with other credentials. */
    public static S3Settings accessedBy(Access access, S3Settings settings) {
        return new S3Settings(
                settings.bucket(),
                settings.region(),
                settings.endpoint(),
                settings.pathStyle(),
                settings.aws(),
                access,
                settings.bucketOptions(),
                settings.proxies(),
                settings.requests(),
                settings.connections(),
                settings.userAgent());
    }

    public static S3Settings through(Proxy proxy, URI endpoint, String bucket) {
        return through((ProxyRoutes) server -> ProxyRoute.through(proxy, "the test"), endpoint, bucket);
    }

    /** With so much patience. */
    public static S3Settings patient(URI endpoint, String bucket, Duration retryFor) {
        return with(
                of(endpoint, bucket),
                new RequestOptions(retryFor, RequestOptions.DEFAULTS.requestTimeout(), Checksums.AUTO));
    }

    static S3Settings with(S3Settings settings, RequestOptions requests) {
        return new S3Settings(
                settings.bucket(),
                settings.region(),
                settings.endpoint(),
                settings.pathStyle(),
                settings.aws(),
                settings.access(),
                settings.bucketOptions(),
                settings.proxies(),
                requests,
                settings.connections(),
                settings.userAgent());
    }

    public static S3Settings through(ProxyRoutes proxies, URI endpoint, String bucket) {
        return of(endpoint, bucket, S3Server.SECRET_KEY, proxies);
    }

    private static S3Settings of(URI endpoint, String bucket, String secretKey, ProxyRoutes proxies) {
        return new S3Settings(
                bucket,
                Optional.of("us-east-1"),
                Optional.of(new S3Endpoint(endpoint, S3Endpoint.PROPERTY)),
                true,
                NO_AWS,
                new Access(
                        Optional.of(
                                new StaticCredentials(S3Server.ACCESS_KEY, secretKey, Optional.empty(), "the test")),
                        Optional.empty(),
                        Optional.empty()),
                NO_OPTIONS,
                proxies,
                RequestOptions.DEFAULTS,
                5,
                "artifact-publisher/test");
    }
}
