package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.s3.retry.RetryingSender;
import io.github.artifactpublisher.store.s3.retry.S3Failures;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Region and credentials. They are resolved before the first request, so that missing settings are reported at once.
 *
 * @param region the region that requests are signed for, and its source
 * @param credentials the credentials and their source; they are renewed when they expire
 */
record S3Identity(SigningRegion region, SigningCredentials credentials) implements AutoCloseable {
    static S3Identity resolve(S3Settings settings, S3Failures failures, RetryingSender sender) {
        SigningRegion region = SigningRegion.resolve(settings, failures);
        return new S3Identity(region, SigningCredentials.resolve(settings, region.value(), failures, sender));
    }

    Region signingRegion() {
        return region.value();
    }

    AwsCredentialsProvider provider() {
        return credentials.provider();
    }

    @Override
    public void close() {
        credentials.close();
    }

    @Override
    public String toString() {
        return "region " + region.value() + " (" + region.source() + "), credentials from " + credentials.source();
    }
}
