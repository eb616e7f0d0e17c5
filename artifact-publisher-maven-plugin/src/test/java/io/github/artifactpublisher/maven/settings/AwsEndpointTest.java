package io.github.artifactpublisher.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.settings.StoreSettings.Bucket;
import io.github.artifactpublisher.store.s3.TestSettings;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint that the AWS tools' own settings name is one like any other. */
class AwsEndpointTest {
    private final Map<String, Object> configured = TestParameters.of(Map.of("artifacts.bucket", "builds"));
    private final Map<String, String> environment = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"})
    void aVariableNamesTheServerAndItsDefaults(String variable) {
        environment.put(variable, "https://minio.example.com");

        Bucket bucket = bucket();

        assertThat(bucket.endpoint().map(S3Endpoint::toString))
                .contains("https://minio.example.com (" + variable + ")");
        assertThat(bucket.pathStyle()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"})
    void plainHttpToAnotherHostIsRefusedWithTheNameOfTheVariable(String variable) {
        environment.put(variable, "http://minio.example.com:9000");

        SettingException failure = refused();

        assertThat(failure.setting()).isEqualTo(variable);
        assertThat(failure.getMessage()).contains("plain HTTP");
        configured.put("artifacts.allowInsecureEndpoint", "true");
        assertThat(bucket().endpoint()).isPresent();
    }

    @Test
    void aProfilesEndpointIsCheckedToo(@TempDir Path folder) throws IOException {
        Path config = Files.writeString(
                folder.resolve("config"), "[profile ci]\nendpoint_url = http://minio.example.com:9000\n");
        environment.putAll(Map.of("AWS_CONFIG_FILE", config.toString(), "AWS_PROFILE", "ci"));

        assertThat(refused().setting()).isEqualTo("endpoint_url of the AWS profile 'ci'");
    }

    @Test
    void aBucketInItIsRefusedWithTheLineToWrite() {
        environment.put("AWS_ENDPOINT_URL_S3", "https://minio.example.com/builds");

        assertThat(refused().advice()).isEqualTo("Set AWS_ENDPOINT_URL_S3=https://minio.example.com.");
    }

    @Test
    void thisPluginsOwnSettingComesFirst() {
        environment.put("AWS_ENDPOINT_URL_S3", "http://minio.example.com");
        configured.put("artifacts.endpoint", "https://s3.example.com");

        assertThat(bucket().endpoint().map(S3Endpoint::uri)).contains(URI.create("https://s3.example.com"));
    }

    @Test
    void withoutOneItIsAmazons() {
        environment.put("AWS_ENDPOINT_URL", "https://minio.example.com");
        environment.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");

        assertThat(bucket().endpoint()).isEmpty();
        assertThat(bucket().pathStyle()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT"})
    void anotherKindOfEndpointDoesNotGoTogetherWithOne(String variable) {
        environment.put(variable, "true");
        assertThat(bucket().endpoint()).isEmpty();
        configured.put("artifacts.endpoint", "https://s3.example.com");

        SettingException failure = refused();

        assertThat(FailureMessages.of(failure))
                .contains(variable
                        + " is true, but FIPS and dual-stack endpoints of S3 require that no endpoint is set, and it is https://s3.example.com (artifacts.endpoint). Unset "
                        + variable
                        + " for this build, or unset artifacts.endpoint.");
    }

    @Test
    void aRegionThatAmazonsEndpointDoesNotHaveIsRefused() {
        configured.put("artifacts.endpoint", "https://s3.dualstack.eu-central-1.amazonaws.com");
        configured.put("artifacts.region", "eu-central-1");
        assertThat(bucket().region()).contains("eu-central-1");
        configured.put("artifacts.region", "us-east-1");

        assertThat(FailureMessages.of(refused()))
                .contains("artifacts.region is 'us-east-1', and the endpoint"
                        + " https://s3.dualstack.eu-central-1.amazonaws.com (artifacts.endpoint) is in eu-central-1. Set"
                        + " artifacts.region=eu-central-1. If the bucket is in us-east-1, correct or unset"
                        + " artifacts.endpoint.");
    }

    @ParameterizedTest
    @CsvSource({
        "https://s3.eu-central-1.amazonaws.com, eu-central-1",
        "https://s3-eu-west-1.amazonaws.com, eu-west-1",
        "https://s3-fips.us-gov-west-1.amazonaws.com, us-gov-west-1",
        "https://s3-fips.dualstack.us-east-1.amazonaws.com, us-east-1",
        "https://s3.cn-north-1.amazonaws.com.cn, cn-north-1",
        "https://bucket.vpce-1a2b-3c.s3.us-east-1.vpce.amazonaws.com, us-east-1",
        "https://s3.amazonaws.com, ",
        "https://s3-accelerate.amazonaws.com, ",
        "https://s3.eu-central-1.example.com, ",
        "http://127.0.0.1:9000, "
    })
    void amazonsEndpointsNameTheirRegion(URI endpoint, String region) {
        assertThat(new S3Endpoint(endpoint, S3Endpoint.PROPERTY).region()).isEqualTo(Optional.ofNullable(region));
    }

    private SettingException refused() {
        return Optional.ofNullable(catchThrowableOfType(SettingException.class, this::bucket))
                .orElseThrow(() -> new AssertionError("taken"));
    }

    private Bucket bucket() {
        return new StoreSettingsReader(new Settings(configured, environment), TestSettings.aws(environment)).bucket();
    }
}
