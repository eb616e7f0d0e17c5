package io.github.artifactpublisher.store.s3.settings;

import java.util.Optional;

/**
 * The identity that sends the requests.
 *
 * @param credentials given credentials; empty: the SDK's chain finds them
 * @param profile the AWS profile that the chain reads, and whose region counts
 * @param role the role that is assumed with these credentials
 */
public record Access(Optional<StaticCredentials> credentials, Optional<String> profile, Optional<Role> role) {
    /**
     * Credentials that were given rather than found. Never printed.
     *
     * @param accessKeyId the access key
     * @param secretKey its secret
     * @param sessionToken the session's token, for temporary credentials
     * @param source where they were given, for the log
     */
    public record StaticCredentials(
            String accessKeyId, String secretKey, Optional<String> sessionToken, String source) {
        @Override
        public String toString() {
            return "credentials of " + source;
        }
    }

    /**
     * A role to assume.
     *
     * @param arn its ARN
     * @param externalId the id that its trust policy asks for
     * @param sessionName the name of the session in the account's records
     */
    public record Role(String arn, Optional<String> externalId, String sessionName) {}
}
