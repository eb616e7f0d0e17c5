package io.github.artifactpublisher.store.s3.settings;

import java.util.Optional;

/**
 * The identity that sends the requests.
 *
 * @param credentials configured credentials; empty: the SDK's credentials chain finds them
 * @param profile the AWS profile that the chain and the region are read from
 * @param role the role that is assumed with these credentials
 */
public record Access(Optional<StaticCredentials> credentials, Optional<String> profile, Optional<Role> role) {
    /**
     * Configured credentials. They are never printed.
     *
     * @param accessKeyId the access key
     * @param secretKey its secret
     * @param sessionToken the session's token, for temporary credentials
     * @param source their setting, for the log
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
     * @param externalId the id that its trust policy requires
     * @param sessionName the name of the session in the account's records
     */
    public record Role(String arn, Optional<String> externalId, String sessionName) {}
}
