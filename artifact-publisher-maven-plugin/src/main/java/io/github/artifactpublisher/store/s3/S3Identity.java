package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.s3.retry.RetryingSender;
import io.github.artifactpublisher.store.s3.retry.S3Failures;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Who we are and in which region: found once, before any work is done, so that what is missing is told at once.
 *
 * @param region the region to sign for, and who named it
 * @param credentials the provider, and who gave them; it renews credentials that expire
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
