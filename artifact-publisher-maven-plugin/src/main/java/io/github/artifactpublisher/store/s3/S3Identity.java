package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Who we are and in which region: found once, before any work is done, so that what is missing is told at once.
 *
 * @param region the region to sign for
 * @param regionSource who named it, for the log
 * @param credentials the provider; it renews credentials that expire
 * @param credentialsSource who gave them, for the log
 */
record S3Identity(Region region, String regionSource, AwsCredentialsProvider credentials, String credentialsSource) {
    static S3Identity resolve(S3Settings settings, S3Failures failures) {
        Region region = settings.region()
                .map(name -> known(name, settings, failures))
                .orElseGet(() -> found(settings, failures));
        String regionSource = settings.region().isPresent() ? "artifacts.region" : sourceOfFound(settings);
        AwsCredentialsProvider credentials = settings.credentials()
                .<AwsCredentialsProvider>map(S3Identity::given)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
        String credentialsSource = settings.credentials()
                .map(S3Settings.StaticCredentials::source)
                .orElseGet(() -> sourceOf(credentials, failures));
        return new S3Identity(region, regionSource, credentials, credentialsSource);
    }

    /** With an endpoint of its own a server may call its regions what it likes; Amazon's are known to the SDK. */
    private static Region known(String name, S3Settings settings, S3Failures failures) {
        Region region = Region.of(name);
        if (settings.endpoint().isPresent() || Region.regions().contains(region)) {
            return region;
        }
        throw new StoreException(Kind.UNKNOWN_REGION, failures.before("region", "", name), null);
    }

    private static Region found(S3Settings settings, S3Failures failures) {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkException e) {
            if (settings.endpoint().isPresent()) {
                return Region.US_EAST_1;
            }
            throw new StoreException(Kind.NO_REGION, failures.before("region", "", "no region"), e);
        }
    }

    private static String sourceOfFound(S3Settings settings) {
        return settings.endpoint().isPresent() ? "AWS settings, or us-east-1 for an endpoint" : "AWS settings";
    }

    private static AwsCredentialsProvider given(S3Settings.StaticCredentials given) {
        return StaticCredentialsProvider.create(given.sessionToken()
                .<AwsCredentials>map(
                        token -> AwsSessionCredentials.create(given.accessKeyId(), given.secretKey(), token))
                .orElseGet(() -> AwsBasicCredentials.create(given.accessKeyId(), given.secretKey())));
    }

    private static String sourceOf(AwsCredentialsProvider chain, S3Failures failures) {
        try {
            return CredentialsSource.of(chain.resolveCredentials().providerName());
        } catch (SdkException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new StoreException(Kind.NO_CREDENTIALS, failures.before("credentials", "", reason), e);
        }
    }
}
