package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.s3.retry.ErrorBodyInterceptor;
import io.github.artifactpublisher.store.s3.retry.NonS3ResponseInterceptor;
import io.github.artifactpublisher.store.s3.retry.SentRequestInterceptor;
import io.github.artifactpublisher.store.s3.settings.ProxyRoute;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import io.github.artifactpublisher.store.s3.settings.TrustedCertificates;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/**
 * Creates the SDK's clients, with fixed values for all options that the environment or another SDK version could
 * change.
 *
 * <p>Apache HttpClient 5 rather than {@code HttpURLConnection}: it waits for the server's 100 (Continue) before it
 * sends a large body and reads the answer of a server that refuses early, so that "AccessDenied" arrives as such; the
 * other loses the answer. Which bodies wait, {@link S3Requests} says. It also signs on to HTTPS proxies that ask for a
 * password.
 */
final class S3Clients {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /**
     * Settings that the SDK would otherwise look up in the profile. The last two are about buckets that are named by an
     * ARN, which this plugin does not support.
     */
    private static final S3Configuration CONFIGURATION = S3Configuration.builder()
            .chunkedEncodingEnabled(false)
            .expectContinueEnabled(false)
            .useArnRegionEnabled(false)
            .multiRegionEnabled(true)
            .build();

    private S3Clients() {}

    static SdkHttpClient http(S3Settings settings, ProxyRoute route) {
        Apache5HttpClient.Builder http = Apache5HttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(settings.requests().requestTimeout())
                .maxConnections(settings.connections())
                .connectionAcquisitionTimeout(Duration.ofMinutes(10))
                .expectContinueEnabled(false);
        http.proxyConfiguration(proxy(route.proxy()));
        trusted(settings, route).ifPresent(managers -> http.tlsTrustManagersProvider(() -> managers));
        return new InterruptibleHttp(http.build());
    }

    /**
     * The certificates to trust instead of the JVM's. Reading those takes time, and loads a hundred classes, so a
     * client that has no TLS connection trusts none.
     */
    private static Optional<TrustManager[]> trusted(S3Settings settings, ProxyRoute route) {
        boolean isTlsProxy = route.proxy()
                .filter(proxy -> "https".equalsIgnoreCase(proxy.uri().getScheme()))
                .isPresent();
        if (settings.isPlainHttp()) {
            return isTlsProxy ? Optional.empty() : Optional.of(new TrustManager[0]);
        }
        return settings.aws().caBundle().map(TrustedCertificates::with);
    }

    /**
     * Chunked encoding is off and checksums are only those we give: other framing breaks S3-compatible servers and gets
     * into the stored Content-Encoding.
     */
    static S3Client s3(S3Settings settings, SdkHttpClient http, S3Identity identity, SentRequestInterceptor sent) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(http)
                .region(identity.signingRegion())
                .credentialsProvider(identity.provider())
                .forcePathStyle(settings.pathStyle())
                .serviceConfiguration(CONFIGURATION)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .disableS3ExpressSessionAuth(true)
                .overrideConfiguration(overrides(settings, sent));
        settings.endpoint().map(S3Endpoint::uri).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /**
     * The SDK does not retry: {@code RetryingSender} does. HttpClient 5 offers TLS ({@code Upgrade: TLS/1.2}) on each
     * plain request unless that names a Connection by itself; the SDK does not let its switch be set, and some proxies
     * refuse the offer.
     */
    private static ClientOverrideConfiguration overrides(S3Settings settings, SentRequestInterceptor sent) {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .defaultProfileName(settings.aws().profile().value())
                .defaultProfileFile(settings.aws().files())
                .addExecutionInterceptor(sent)
                .addExecutionInterceptor(new BucketOptionsInterceptor(settings.bucketOptions()))
                .addExecutionInterceptor(new NonS3ResponseInterceptor())
                .addExecutionInterceptor(new ErrorBodyInterceptor())
                .putHeader("Connection", "keep-alive")
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, settings.userAgent())
                .build();
    }

    /** One proxy or none: the SDK is not to look for others. */
    private static ProxyConfiguration proxy(Optional<S3Settings.Proxy> proxy) {
        ProxyConfiguration.Builder builder =
                ProxyConfiguration.builder().useSystemPropertyValues(false).useEnvironmentVariableValues(false);
        proxy.map(S3Settings.Proxy::uri).ifPresent(builder::endpoint);
        proxy.flatMap(S3Settings.Proxy::user).ifPresent(builder::username);
        proxy.flatMap(S3Settings.Proxy::password).ifPresent(builder::password);
        // A body is not sent a second time after a 407, so the proxy is not waited for to ask.
        builder.preemptiveBasicAuthenticationEnabled(
                proxy.flatMap(S3Settings.Proxy::user).isPresent());
        return builder.build();
    }
}
