package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.text.Quoted;

/** Makes the messages of requests that failed because of the credentials, the region, the endpoint or the network. */
final class ConnectionFailureMessages {
    private ConnectionFailureMessages() {}

    /**
     * Returns the message.
     *
     * @param object its location and the endpoint
     * @throws IllegalArgumentException for a kind of another cause
     */
    static String of(Kind kind, Facts facts, String object) {
        String endpoint = facts.endpoint();
        return switch (kind) {
            case NO_CREDENTIALS ->
                "No credentials were found for " + endpoint
                        + ". Set ARTIFACTS_KEY and ARTIFACTS_SECRET, or artifacts.serverId, or give the build an AWS"
                        + " profile or role; mvn -e shows where the AWS SDK has looked.";
            case NO_PROFILE ->
                "The AWS profile '" + message(facts) + "' ("
                        + facts.expected().orElse("AWS_PROFILE")
                        + ") does not exist, and no other credentials were found for " + endpoint
                        + ". Correct the name, or the files that AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name;"
                        + " mvn -e shows where the AWS SDK has looked.";
            case BAD_CREDENTIALS ->
                "The credentials were not accepted at " + object
                        + ". Check the access key, the secret key and the session token.";
            case EXPIRED_CREDENTIALS ->
                "The credentials for " + object
                        + " have expired. Renew them, or use credentials that are valid for longer than the build.";
            case TOKEN_REFUSED ->
                "The session token was not accepted at " + object + ". It comes from "
                        + facts.expected().orElse("the credentials")
                        + ". If the access key is a permanent one, unset the token; otherwise renew key, secret and token"
                        + " together.";
            case NO_REGION ->
                "No region was found. Set artifacts.region, ARTIFACTS_REGION or AWS_REGION to the region of the"
                        + " bucket.";
            case UNKNOWN_REGION ->
                "artifacts.region is '" + facts.message().orElse("")
                        + "', which is not a region of AWS. Correct it; for a region that is newer than this plugin, also"
                        + " set artifacts.endpoint=https://s3."
                        + facts.message().orElse("REGION") + ".amazonaws.com.";
            case WRONG_REGION ->
                "The bucket is in another region: " + object + ". "
                        + facts.expected()
                                .map(region -> "Set artifacts.region=" + region + ".")
                                .orElse("Set artifacts.region to the region of the bucket.");
            case REDIRECTED ->
                "The server redirects " + facts.action() + " at " + object
                        + facts.expected().map(other -> " to " + other).orElse("")
                        + ". The plugin sends signed requests to no other server. "
                        + facts.expected()
                                .map(right -> "Set artifacts.endpoint=" + right + ".")
                                .orElse("Correct artifacts.endpoint or artifacts.region.");
            case BAD_AWS_SETTING ->
                "The AWS SDK rejects a setting that it reads itself for " + endpoint + ": "
                        + message(facts).replaceFirst("\\.$", "")
                        + ". Correct or unset AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3 and the other AWS_ variables, the aws."
                        + " properties of MAVEN_OPTS and the AWS profile, or name another server with artifacts.endpoint.";
            case BAD_CA_BUNDLE ->
                endpoint + " names the certificate file '" + facts.location() + "', but "
                        + facts.message().orElse("it cannot be used") + ". Correct or unset " + endpoint + ".";
            case BAD_PROXY -> endpoint + " " + facts.message().orElse("") + ". Correct or unset it.";
            case UNTRUSTED_SERVER ->
                "The server's certificate is not trusted at " + object
                        + ". The plugin trusts the certificates of "
                        + facts.expected().orElse("the JVM's trust store")
                        + ". Add the certificate of the issuer with AWS_CA_BUNDLE=FILE (PEM), or with"
                        + " MAVEN_OPTS=-Djavax.net.ssl.trustStore=FILE.";
            case WRONG_SERVER_NAME ->
                "The server's certificate is for another host name: " + object
                        + ". Correct the endpoint, or, if the certificate has the name without the bucket, set"
                        + " artifacts.pathStyle=true.";
            case CLOCK_SKEWED ->
                "The server rejected the time of the request at " + object + ". Set the clock of this machine.";
            case UNREACHABLE ->
                "No answer from " + endpoint + " for " + facts.location()
                        + ". Check artifacts.endpoint and artifacts.region, the network, and the proxy (<proxies> of"
                        + " settings.xml, HTTPS_PROXY, NO_PROXY). If the server is only slow, or down for a short time,"
                        + " raise artifacts.retryFor or artifacts.requestTimeout.";
            case NOT_S3 ->
                "The server at " + endpoint + " does not answer " + facts.action() + " of " + facts.location()
                        + " as an S3 server does. Set artifacts.endpoint to the URL of the S3 API: a web console or"
                        + " another service often has another port. If a proxy is in use, check that it allows this"
                        + " host.";
            case PROXY_DENIED ->
                "The HTTP proxy did not allow " + facts.action() + " at " + object
                        + ". Set its user name and password in the <proxies> of settings.xml, or add the host to"
                        + " <nonProxyHosts>.";
            default -> throw new IllegalArgumentException("no message for " + kind);
        };
    }

    private static String message(Facts facts) {
        return Quoted.text(facts.message().orElse(""));
    }

    /** Whether such a request fails before a server answers, so that the message has all that is known. */
    static boolean hasNoAnswer(Kind kind) {
        return switch (kind) {
            case NO_CREDENTIALS, NO_PROFILE, NO_REGION, UNKNOWN_REGION, BAD_AWS_SETTING, BAD_CA_BUNDLE, BAD_PROXY ->
                true;
            default -> false;
        };
    }
}
