package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.retry.RetryingSender;
import io.github.artifactpublisher.store.s3.retry.S3Failures;
import io.github.artifactpublisher.store.s3.settings.Access;
import io.github.artifactpublisher.store.s3.settings.Access.Role;
import io.github.artifactpublisher.store.s3.settings.Access.StaticCredentials;
import io.github.artifactpublisher.store.s3.settings.AwsSetting;
import io.github.artifactpublisher.store.s3.settings.AwsSettings;
import io.github.artifactpublisher.store.s3.settings.CredentialsSource;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The credentials that requests are signed with.
 *
 * @param provider returns the credentials, and renews them when they expire
 * @param source the source of the credentials, for the log
 * @param token the setting that the session token comes from, if there is one
 * @param resources the resources that {@link #close} closes, in this order
 */
record SigningCredentials(
        AwsCredentialsProvider provider, String source, Optional<String> token, List<SdkAutoCloseable> resources)
        implements AutoCloseable {
    /**
     * Finds the credentials now, and again when they expire.
     *
     * @throws StoreException if there are none, or the role cannot be assumed
     */
    static SigningCredentials resolve(S3Settings settings, Region region, S3Failures failures, RetryingSender sender) {
        Access access = settings.access();
        SigningCredentials own =
                access.credentials().map(SigningCredentials::given).orElseGet(() -> found(settings, failures));
        return access.role()
                .map(role -> own.assuming(role, region, stsHttp(settings, region), failures, sender))
                .orElse(own);
    }

    /** Closes the resources of the provider. */
    @Override
    public void close() {
        resources.forEach(SdkAutoCloseable::close);
    }

    private static SigningCredentials given(StaticCredentials given) {
        AwsCredentialsProvider provider = given.sessionToken()
                .map(token -> StaticCredentialsProvider.create(
                        AwsSessionCredentials.create(given.accessKeyId(), given.secretKey(), token)))
                .orElseGet(() -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(given.accessKeyId(), given.secretKey())));
        return new SigningCredentials(
                provider, given.source(), given.sessionToken().map(token -> "ARTIFACTS_TOKEN"), List.of());
    }

    private static SigningCredentials found(S3Settings settings, S3Failures failures) {
        Access access = settings.access();
        DefaultCredentialsProvider chain = DefaultCredentialsProvider.builder()
                .applyMutation(builder -> access.profile().ifPresent(builder::profileName))
                .build();
        try {
            AwsCredentials found = chain.resolveCredentials();
            return new SigningCredentials(
                    chain, CredentialsSource.of(found), CredentialsSource.tokenSetting(found), List.of(chain));
        } catch (AwsServiceException e) {
            chain.close();
            throw failures.of("credentials", "", e);
        } catch (SdkException e) {
            chain.close();
            throw none(settings.aws(), failures, e);
        }
    }

    private static StoreException none(AwsSettings aws, S3Failures failures, SdkException cause) {
        AwsSetting profile = aws.profile();
        return profile.value().equals("default") || aws.hasProfile()
                ? new StoreException(Kind.NO_CREDENTIALS, failures.before("credentials", "", cause.getMessage()), cause)
                : new StoreException(
                        Kind.NO_PROFILE,
                        failures.before("credentials", "", profile.value()).withExpected(profile.source()),
                        cause);
    }

    private static SdkHttpClient stsHttp(S3Settings settings, Region region) {
        URI server = URI.create("https://sts." + region.id() + ".amazonaws.com");
        return S3Clients.http(settings, settings.proxies().to(server));
    }

    private StsClient sts(Region region, SdkHttpClient http) {
        return StsClient.builder()
                .httpClient(http)
                .region(region)
                .credentialsProvider(provider)
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    private SigningCredentials assuming(
            Role role, Region region, SdkHttpClient http, S3Failures failures, RetryingSender sender) {
        StsClient sts = sts(region, http);
        StsAssumeRoleCredentialsProvider assumed = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role.arn())
                        .externalId(role.externalId().orElse(null))
                        .roleSessionName(role.sessionName()))
                .build();
        SigningCredentials ofRole = new SigningCredentials(
                assumed,
                source + ", as " + role.arn(),
                Optional.empty(),
                Stream.concat(Stream.of(assumed, sts, http), resources.stream()).toList());
        try {
            sender.send("AssumeRole", "", assumed::resolveCredentials);
        } catch (StoreException e) {
            ofRole.close();
            throw failures.ofRole(role.arn(), e);
        }
        return ofRole;
    }
}
