package io.github.artifactpublisher.store.s3.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of the AWS tools, each with its source. */
class AwsSettingsTest {
    private static final String CONFIG = """
            [default]
            region = eu-west-1

            [profile ci]
            region = eu-central-1
            endpoint_url = https://profile.example.com
            ca_bundle = /etc/profile.pem
            use_dualstack_endpoint = true

            [profile services]
            endpoint_url = https://profile.example.com
            services = ours

            [services ours]
            s3 =
              endpoint_url = https://services.example.com

            [profile ignoring]
            endpoint_url = https://profile.example.com
            ignore_configured_endpoint_urls = true
            """;

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();

    @BeforeEach
    void write() throws IOException {
        environment.put("AWS_CONFIG_FILE", write("config", CONFIG).toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE",
                write("credentials", "[keys]\naws_access_key_id = AKIA\naws_secret_access_key = s\n")
                        .toString());
    }

    @Test
    void theEndpointOfS3AloneComesFirstAndTheProfileLast() {
        environment.put("AWS_PROFILE", "ci");
        assertEndpoint("https://profile.example.com", "endpoint_url of the AWS profile 'ci'");
        environment.put("AWS_PROFILE", "services");
        assertEndpoint("https://services.example.com", "s3 endpoint_url in the services of the AWS profile 'services'");
        environment.put("AWS_ENDPOINT_URL", "https://a.example.com");
        assertEndpoint("https://a.example.com", "AWS_ENDPOINT_URL");
        properties.put("aws.endpointUrl", "https://b.example.com");
        assertEndpoint("https://b.example.com", "-Daws.endpointUrl");
        environment.put("AWS_ENDPOINT_URL_S3", "https://c.example.com");
        assertEndpoint("https://c.example.com", "AWS_ENDPOINT_URL_S3");
        properties.put("aws.endpointUrlS3", "https://d.example.com");
        assertEndpoint("https://d.example.com", "-Daws.endpointUrlS3");
    }

    @Test
    void endpointsAreIgnoredIfTheUserSaysSo() {
        environment.put("AWS_ENDPOINT_URL_S3", "https://c.example.com");
        environment.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "false");
        assertEndpoint("https://c.example.com", "AWS_ENDPOINT_URL_S3");
        environment.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "True");
        assertThat(settings().endpointUrl()).isEmpty();
        environment.remove("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");
        environment.put("AWS_PROFILE", "ignoring");
        assertThat(settings().endpointUrl()).isEmpty();
    }

    @Test
    void anEmptyValueIsNone() {
        environment.put("AWS_ENDPOINT_URL", " ");
        environment.put("AWS_REGION", "");
        environment.put("AWS_PROFILE", "");

        assertThat(settings().endpointUrl()).isEmpty();
        assertThat(settings().region()).contains(new AwsSetting("eu-west-1", "region of the AWS profile 'default'"));
    }

    @Test
    void theRegionOfTheCliCountsAfterTheSdksAndBeforeTheProfiles() {
        environment.put("AWS_DEFAULT_REGION", "us-west-2");
        assertThat(settings().region()).contains(new AwsSetting("us-west-2", "AWS_DEFAULT_REGION"));
        environment.put("AWS_REGION", "us-west-1");
        assertThat(settings().region()).contains(new AwsSetting("us-west-1", "AWS_REGION"));
        properties.put("aws.region", "ap-south-1");
        assertThat(settings().region()).contains(new AwsSetting("ap-south-1", "-Daws.region"));
    }

    @Test
    void theBundleOfTheVariableComesBeforeTheProfiles() {
        environment.put("AWS_PROFILE", "ci");
        assertThat(settings().caBundle())
                .contains(new AwsSetting("/etc/profile.pem", "ca_bundle of the AWS profile 'ci'"));
        environment.put("AWS_CA_BUNDLE", "/etc/variable.pem");
        assertThat(settings().caBundle()).contains(new AwsSetting("/etc/variable.pem", "AWS_CA_BUNDLE"));
    }

    @ParameterizedTest
    @CsvSource({
        "AWS_USE_FIPS_ENDPOINT, true, true",
        "AWS_USE_FIPS_ENDPOINT, TRUE, true",
        "AWS_USE_FIPS_ENDPOINT, false, false",
        "AWS_USE_DUALSTACK_ENDPOINT, true, true",
        "AWS_USE_DUALSTACK_ENDPOINT, '', false"
    })
    void namesTheSettingOfAnEndpointVariant(String variable, String value, boolean isOn) {
        environment.put(variable, value);

        assertThat(settings().endpointVariant().map(AwsSetting::source))
                .isEqualTo(isOn ? Optional.of(variable) : Optional.empty());
    }

    @Test
    void aPropertyAndAProfileAskForAVariantToo() {
        environment.put("AWS_PROFILE", "ci");
        assertThat(settings().endpointVariant().map(AwsSetting::source))
                .contains("use_dualstack_endpoint of the AWS profile 'ci'");
        properties.put("aws.useFipsEndpoint", "true");
        assertThat(settings().endpointVariant().map(AwsSetting::source)).contains("-Daws.useFipsEndpoint");
    }

    @Test
    void theProfileHasASource() {
        assertThat(settings().profile()).isEqualTo(new AwsSetting("default", "the default"));
        environment.put("AWS_PROFILE", "nonesuch");
        assertThat(settings().profile()).isEqualTo(new AwsSetting("nonesuch", "AWS_PROFILE"));
        assertThat(settings().hasProfile()).isFalse();
        properties.put("aws.profile", "keys");
        assertThat(settings().profile()).isEqualTo(new AwsSetting("keys", "-Daws.profile"));
        assertThat(settings().hasProfile()).isTrue();
        AwsSetting given = new AwsSetting("ci", "artifacts.profile");
        assertThat(new AwsSettings(environment, properties::get, Optional.of(given)).profile())
                .isEqualTo(given);
    }

    @Test
    void filesThatDoNotExistSayNothingAndABrokenOneIsNamed() throws IOException {
        environment.put("AWS_CONFIG_FILE", folder.resolve("none").toString());
        assertThat(settings().region()).isEmpty();
        Path broken = write("broken", "[default\nregion");
        environment.put("AWS_CONFIG_FILE", broken.toString());

        StoreException failure =
                catchThrowableOfType(StoreException.class, () -> settings().region());

        assertThat(failure.kind()).isEqualTo(Kind.BAD_AWS_SETTING);
        assertThat(failure.facts().endpoint()).isEqualTo(broken.toString());
    }

    private void assertEndpoint(String url, String source) {
        assertThat(settings().endpointUrl()).contains(new AwsSetting(url, source));
    }

    private AwsSettings settings() {
        return new AwsSettings(environment, properties::get, Optional.empty());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
