package io.github.artifactpublisher.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.store.s3.retry.S3Failures;
import io.github.artifactpublisher.store.s3.settings.AwsSettings;
import io.github.artifactpublisher.store.s3.settings.ProxyRoute;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

/** The region to sign for, and who has named it. */
class SigningRegionTest {
    private static final AwsSettings CLI = TestSettings.aws(Map.of("AWS_DEFAULT_REGION", "eu-west-3"));

    @Test
    void theVariableOfTheCliIsRead() {
        assertThat(region(Optional.empty(), Optional.empty(), CLI))
                .isEqualTo(new SigningRegion(Region.EU_WEST_3, "AWS_DEFAULT_REGION"));
    }

    @Test
    void thisPluginsOwnComesFirst() {
        assertThat(region(Optional.of("eu-north-1"), Optional.empty(), CLI))
                .isEqualTo(new SigningRegion(Region.EU_NORTH_1, "artifacts.region"));
    }

    @Test
    void anEndpointOfAmazonsTakesNoOtherThanItsOwn() {
        S3Endpoint endpoint = new S3Endpoint(URI.create("https://s3.us-west-2.amazonaws.com"), "AWS_ENDPOINT_URL");

        assertThat(region(Optional.empty(), Optional.of(endpoint), CLI))
                .isEqualTo(new SigningRegion(Region.US_WEST_2, "AWS_ENDPOINT_URL"));
    }

    @Test
    void anotherServerIsSignedForWithTheSameVariables() {
        S3Endpoint endpoint = new S3Endpoint(URI.create("https://s3.example.com"), "AWS_ENDPOINT_URL");

        assertThat(region(Optional.empty(), Optional.of(endpoint), CLI).source())
                .isEqualTo("AWS_DEFAULT_REGION");
    }

    @Test
    void anEndpointOfTheAwsSettingsIsNamedWithItsSource() {
        S3Endpoint endpoint = new S3Endpoint(URI.create("https://s3.example.com"), "AWS_ENDPOINT_URL");

        assertThat(settings(Optional.empty(), Optional.of(endpoint), CLI).endpointName())
                .isEqualTo("https://s3.example.com (AWS_ENDPOINT_URL)");
    }

    private static SigningRegion region(Optional<String> region, Optional<S3Endpoint> endpoint, AwsSettings aws) {
        S3Settings settings = settings(region, endpoint, aws);
        return SigningRegion.resolve(settings, new S3Failures(settings));
    }

    private static S3Settings settings(Optional<String> region, Optional<S3Endpoint> endpoint, AwsSettings aws) {
        return new S3Settings(
                "builds",
                region,
                endpoint,
                false,
                aws,
                TestSettings.CHAIN,
                TestSettings.NO_OPTIONS,
                server -> ProxyRoute.NO_PROXY,
                RequestOptions.DEFAULTS,
                5,
                "artifact-publisher/test");
    }
}
