package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.s3.Access.StaticCredentials;
import io.github.artifactpublisher.store.s3.S3Settings.Proxy;
import io.github.artifactpublisher.testing.S3Server;
import java.net.URI;
import java.util.Optional;

/** Settings for a server of a test. */
public final class TestSettings {
    private TestSettings() {}

    public static S3Settings of(URI endpoint, String bucket) {
        return of(endpoint, bucket, S3Server.SECRET_KEY, Optional.empty());
    }

    public static S3Settings withSecret(URI endpoint, String bucket, String secretKey) {
        return of(endpoint, bucket, secretKey, Optional.empty());
    }

    public static S3Settings through(Proxy proxy, URI endpoint, String bucket) {
        return of(endpoint, bucket, S3Server.SECRET_KEY, Optional.of(proxy));
    }

    private static S3Settings of(URI endpoint, String bucket, String secretKey, Optional<Proxy> proxy) {
        return new S3Settings(
                bucket,
                Optional.of("us-east-1"),
                Optional.of(endpoint),
                true,
                new Access(
                        Optional.of(
                                new StaticCredentials(S3Server.ACCESS_KEY, secretKey, Optional.empty(), "the test")),
                        Optional.empty(),
                        Optional.empty()),
                ObjectOptions.DEFAULTS,
                proxy,
                5,
                "artifact-publisher/test");
    }
}
