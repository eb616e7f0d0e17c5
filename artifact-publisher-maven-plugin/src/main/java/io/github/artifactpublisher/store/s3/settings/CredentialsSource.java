package io.github.artifactpublisher.store.s3.settings;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.useragent.BusinessMetricFeatureId;

/**
 * Words for the place where the SDK's chain found credentials. The SDK names it by the codes that it sends in its user
 * agent, a list of them where one source led to the next: {@code n,i} for a profile that assumes a role.
 */
public final class CredentialsSource {
    private static final Map<BusinessMetricFeatureId, String> WORDS = Map.of(
            BusinessMetricFeatureId.CREDENTIALS_ENV_VARS, "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
            BusinessMetricFeatureId.CREDENTIALS_JVM_SYSTEM_PROPERTIES, "Java system properties",
            BusinessMetricFeatureId.CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN, "AWS_WEB_IDENTITY_TOKEN_FILE",
            BusinessMetricFeatureId.CREDENTIALS_STS_ASSUME_ROLE, "an assumed role",
            BusinessMetricFeatureId.CREDENTIALS_STS_ASSUME_ROLE_WEB_ID, "a web identity role",
            BusinessMetricFeatureId.CREDENTIALS_PROFILE, "an AWS profile",
            BusinessMetricFeatureId.CREDENTIALS_PROFILE_SSO, "an AWS profile",
            BusinessMetricFeatureId.CREDENTIALS_SSO, "AWS SSO",
            BusinessMetricFeatureId.CREDENTIALS_HTTP, "the container",
            BusinessMetricFeatureId.CREDENTIALS_IMDS, "the instance");

    /** The settings that a session token comes from, where it is given beside the keys. */
    private static final Map<BusinessMetricFeatureId, String> TOKENS = Map.of(
            BusinessMetricFeatureId.CREDENTIALS_ENV_VARS, "AWS_SESSION_TOKEN",
            BusinessMetricFeatureId.CREDENTIALS_JVM_SYSTEM_PROPERTIES, "-Daws.sessionToken",
            BusinessMetricFeatureId.CREDENTIALS_PROFILE, "aws_session_token of the AWS profile");

    private CredentialsSource() {}

    /** The words for credentials, the session token among them if there is one. */
    public static String of(AwsCredentials credentials) {
        String words = of(credentials.providerName());
        return tokenSetting(credentials)
                .map(token -> words.replace(" and ", ", ") + " and " + token)
                .orElse(words);
    }

    /** The setting that the session token comes from; empty if there is none, or a service has given it. */
    public static Optional<String> tokenSetting(AwsCredentials credentials) {
        String code = credentials.providerName().orElse("").strip();
        return credentials instanceof AwsSessionCredentials
                ? TOKENS.entrySet().stream()
                        .filter(setting -> setting.getKey().value().equals(code))
                        .map(Map.Entry::getValue)
                        .findFirst()
                : Optional.empty();
    }

    /** The words for the codes; unknown ones are left out. */
    public static String of(Optional<String> codes) {
        String words = Arrays.stream(codes.orElse("").split(","))
                .flatMap(code -> WORDS.entrySet().stream()
                        .filter(word -> word.getKey().value().equals(code.strip()))
                        .map(Map.Entry::getValue))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "the AWS credentials chain" : words;
    }
}
