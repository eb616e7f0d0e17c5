package io.github.artifactpublisher.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.settings.CredentialsSource;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** A machine on which nothing has credentials. */
@DisabledIfEnvironmentVariable(
        named = "AWS_ACCESS_KEY_ID",
        matches = ".+",
        disabledReason = "the AWS SDK finds the credentials of this machine")
class NoCredentialsTest {
    @BeforeEach
    void leaveTheMachineOut() {
        System.setProperty("aws.disableEc2Metadata", "true");
        System.setProperty("aws.sharedCredentialsFile", "there-is-none");
        System.setProperty("aws.configFile", "there-is-none");
    }

    @AfterEach
    void forget() {
        System.clearProperty("aws.disableEc2Metadata");
        System.clearProperty("aws.sharedCredentialsFile");
        System.clearProperty("aws.configFile");
    }

    @Test
    void aMissingProfileIsNamedWithItsSource() {
        StoreException failure = failure(Map.of("AWS_PROFILE", "nonesuch"));

        assertThat(failure.kind()).isEqualTo(Kind.NO_PROFILE);
        assertThat(failure.facts().message()).contains("nonesuch");
        assertThat(failure.facts().expected()).contains("AWS_PROFILE");
    }

    @Test
    void withoutAProfileTheProvidersThatWereAskedAreInTheCause() {
        StoreException failure = failure(Map.of());

        assertThat(failure.kind()).isEqualTo(Kind.NO_CREDENTIALS);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .contains("EnvironmentVariableCredentialsProvider", "ProfileCredentialsProvider", "InstanceProfile");
    }

    @Test
    void theSettingOfATokenIsNamedIfASettingHasIt() {
        AwsSessionCredentials.Builder credentials = AwsSessionCredentials.builder()
                .accessKeyId("AKIA")
                .secretAccessKey("s")
                .sessionToken("t");

        assertThat(CredentialsSource.of(credentials.providerName("g").build()))
                .isEqualTo("AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN");
        assertThat(CredentialsSource.tokenSetting(credentials.providerName("g").build()))
                .contains("AWS_SESSION_TOKEN");
        assertThat(CredentialsSource.tokenSetting(credentials.providerName("z").build()))
                .isEmpty();
    }

    private static StoreException failure(Map<String, String> environment) {
        S3Settings settings = TestSettings.with(
                TestSettings.aws(environment), TestSettings.of(URI.create("http://127.0.0.1:1"), "builds"));
        return Optional.ofNullable(catchThrowableOfType(
                        StoreException.class,
                        () -> TestStore.open(TestSettings.accessedBy(TestSettings.CHAIN, settings))))
                .orElseThrow();
    }
}
