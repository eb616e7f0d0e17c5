package io.github.artifactpublisher.store.s3.settings;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.useragent.BusinessMetricFeatureId;

/**
 * Describes where the SDK's credentials chain found credentials. The SDK names the source by the codes of its user
 * agent, several if one source led to the next: {@code n,i} for a profile that assumes a role.
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

    /** The settings that contain the session token of a source. */
    private static final Map<BusinessMetricFeatureId, String> TOKENS = Map.of(
            BusinessMetricFeatureId.CREDENTIALS_ENV_VARS, "AWS_SESSION_TOKEN",
            BusinessMetricFeatureId.CREDENTIALS_JVM_SYSTEM_PROPERTIES, "-Daws.sessionToken",
            BusinessMetricFeatureId.CREDENTIALS_PROFILE, "aws_session_token of the AWS profile");

    private CredentialsSource() {}

    /** Describes the source of credentials, including that of a session token. */
    public static String of(AwsCredentials credentials) {
        String words = of(credentials.providerName());
        return tokenSetting(credentials)
                .map(token -> words.replace(" and ", ", ") + " and " + token)
                .orElse(words);
    }

    /** Returns the setting with the session token; empty if there is no token, or a service created it. */
    public static Optional<String> tokenSetting(AwsCredentials credentials) {
        String code = credentials.providerName().orElse("").strip();
        return credentials instanceof AwsSessionCredentials
                ? TOKENS.entrySet().stream()
                        .filter(setting -> setting.getKey().value().equals(code))
                        .map(Map.Entry::getValue)
                        .findFirst()
                : Optional.empty();
    }

    /** Describes the codes; ignores unknown ones. */
    public static String of(Optional<String> codes) {
        String words = Arrays.stream(codes.orElse("").split(","))
                .flatMap(code -> WORDS.entrySet().stream()
                        .filter(word -> word.getKey().value().equals(code.strip()))
                        .map(Map.Entry::getValue))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "the AWS credentials chain" : words;
    }
}
