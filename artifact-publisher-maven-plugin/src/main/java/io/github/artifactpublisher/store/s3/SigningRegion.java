package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.retry.S3Failures;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * The region that requests are signed for.
 *
 * @param value the region
 * @param source its source, for the log
 */
record SigningRegion(Region value, String source) {
    static SigningRegion resolve(S3Settings settings, S3Failures failures) {
        return settings.region()
                .map(name -> new SigningRegion(known(name, settings, failures), "artifacts.region"))
                .orElseGet(() -> found(settings, failures));
    }

    /** A server with another endpoint may have regions of any name; the SDK knows those of Amazon. */
    private static Region known(String name, S3Settings settings, S3Failures failures) {
        Region region = Region.of(name);
        if (settings.endpoint().isPresent() || Region.regions().contains(region)) {
            return region;
        }
        throw new StoreException(Kind.UNKNOWN_REGION, failures.before("region", "", name), null);
    }

    private static SigningRegion found(S3Settings settings, S3Failures failures) {
        return ofHost(settings)
                .or(() -> settings.aws()
                        .region()
                        .map(found -> new SigningRegion(Region.of(found.value()), found.source())))
                .orElseGet(() -> ofInstance(settings, failures));
    }

    /** Endpoints of Amazon contain their region, and accept no other. */
    private static Optional<SigningRegion> ofHost(S3Settings settings) {
        return settings.endpoint()
                .flatMap(S3Endpoint::region)
                .map(name -> new SigningRegion(
                        Region.of(name), settings.endpoint().orElseThrow().source()));
    }

    private static SigningRegion ofInstance(S3Settings settings, S3Failures failures) {
        try {
            return new SigningRegion(
                    DefaultAwsRegionProviderChain.builder().build().getRegion(), "the AWS settings");
        } catch (SdkException e) {
            if (settings.endpoint().isPresent()) {
                return new SigningRegion(Region.US_EAST_1, "none is set, and there is an endpoint");
            }
            throw new StoreException(Kind.NO_REGION, failures.before("region", "", "no region"), e);
        }
    }
}
