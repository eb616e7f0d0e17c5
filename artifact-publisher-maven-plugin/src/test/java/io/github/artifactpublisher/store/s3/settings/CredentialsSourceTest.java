package io.github.artifactpublisher.store.s3.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;

class CredentialsSourceTest {
    @Test
    void theSdksOwnNameForASourceIsUnderstood() {
        System.setProperty("aws.accessKeyId", "key");
        System.setProperty("aws.secretAccessKey", "secret");
        try {
            AwsCredentials credentials =
                    SystemPropertyCredentialsProvider.create().resolveCredentials();

            assertThat(CredentialsSource.of(credentials.providerName())).isEqualTo("Java system properties");
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    @Test
    void aChainOfSourcesIsAListAndAnUnknownOneIsTheChain() {
        assertThat(CredentialsSource.of(Optional.of("n,i"))).isEqualTo("an AWS profile, an assumed role");
        assertThat(CredentialsSource.of(Optional.of("??"))).isEqualTo("the AWS credentials chain");
        assertThat(CredentialsSource.of(Optional.empty())).isEqualTo("the AWS credentials chain");
    }
}
