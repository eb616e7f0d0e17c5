package io.github.artifactpublisher.maven.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each failed request says what failed, where, what to do next, and what the server answered. */
class StoreFailureMessagesTest {
    private static final Facts FACTS = new Facts(
            "PutObject",
            "s3://builds/a/key",
            "https://s3.example.com",
            Optional.of(403),
            Optional.of("Code"),
            Optional.of("the server's words"),
            Optional.of("R1"),
            Optional.empty());

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "NO_SUCH_BUCKET",
                "NO_REGION",
                "UNKNOWN_REGION",
                "BAD_AWS_SETTING",
                "BAD_CA_BUNDLE",
                "BAD_PROXY",
                "NO_PROFILE",
                "NO_CREDENTIALS"
            })
    void theAnswerOfTheServerIsInTheMessage(Kind kind) {
        assertThat(message(new StoreException(kind, FACTS, null)))
                .contains("s3://builds/a/key")
                .contains("https://s3.example.com")
                .endsWith(" (status 403, Code, the server's words, request R1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NO_SUCH_BUCKET | The bucket builds does not exist (https://s3.example.com). Correct artifacts.bucket, artifacts.region or artifacts.endpoint, or create the bucket: this plugin never does.",
                "ACCESS_DENIED | PutObject was denied at s3://builds/a/key (https://s3.example.com). Allow the credentials s3:PutObject on s3://builds/a/key.",
                "BAD_CREDENTIALS | The credentials were not accepted at s3://builds/a/key (https://s3.example.com). Check the access key, the secret key and the session token.",
                "EXPIRED_CREDENTIALS | The credentials for s3://builds/a/key (https://s3.example.com) have expired. Renew them, or use credentials that are valid for longer than the build.",
                "NO_CREDENTIALS | No credentials were found for https://s3.example.com. Set ARTIFACTS_KEY and ARTIFACTS_SECRET, or artifacts.serverId, or give the build an AWS profile or role; mvn -e shows where the AWS SDK has looked.",
                "TOKEN_REFUSED | The session token was not accepted at s3://builds/a/key (https://s3.example.com). It comes from the credentials. If the access key is a permanent one, unset the token; otherwise renew key, secret and token together.",
                "REDIRECTED | The server redirects PutObject at s3://builds/a/key (https://s3.example.com). The plugin sends signed requests to no other server. Correct artifacts.endpoint or artifacts.region.",
                "NO_REGION | No region was found. Set artifacts.region, ARTIFACTS_REGION or AWS_REGION to the region of the bucket.",
                "UNTRUSTED_SERVER | The server's certificate is not trusted at s3://builds/a/key (https://s3.example.com). The plugin trusts the certificates of the JVM's trust store. Add the certificate of the issuer with AWS_CA_BUNDLE=FILE (PEM), or with MAVEN_OPTS=-Djavax.net.ssl.trustStore=FILE.",
                "WRONG_SERVER_NAME | The server's certificate is for another host name: s3://builds/a/key (https://s3.example.com). Correct the endpoint, or, if the certificate has the name without the bucket, set artifacts.pathStyle=true.",
                "WRONG_REGION | The bucket is in another region: s3://builds/a/key (https://s3.example.com). Set artifacts.region to the region of the bucket.",
                "CLOCK_SKEWED | The server rejected the time of the request at s3://builds/a/key (https://s3.example.com). Set the clock of this machine.",
                "UNREACHABLE | No answer from https://s3.example.com for s3://builds/a/key. Check artifacts.endpoint and artifacts.region, the network, and the proxy (<proxies> of settings.xml, HTTPS_PROXY, NO_PROXY). If the server is only slow, or down for a short time, raise artifacts.retryFor or artifacts.requestTimeout.",
                "NOT_S3 | The server at https://s3.example.com does not answer PutObject of s3://builds/a/key as an S3 server does. Set artifacts.endpoint to the URL of the S3 API: a web console or another service often has another port. If a proxy is in use, check that it allows this host.",
                "PROXY_DENIED | The HTTP proxy did not allow PutObject at s3://builds/a/key (https://s3.example.com). Set its user name and password in the <proxies> of settings.xml, or add the host to <nonProxyHosts>.",
                "BODY_DAMAGED | The server received other bytes than were sent at s3://builds/a/key (https://s3.example.com). Check the proxies and gateways on the way to the server.",
                "TOO_LARGE | The object is too large for the server: s3://builds/a/key (https://s3.example.com). Amazon S3 allows up to 5 TiB. Split the file, or exclude it with artifacts.excludes.",
                "UNSUPPORTED | The server does not support PutObject as this plugin sends it: s3://builds/a/key (https://s3.example.com). Use a server that supports this request.",
                "PRECONDITION_FAILED | Another program changed the object in the meantime: s3://builds/a/key (https://s3.example.com). Run mvn deploy again.",
                "CONFLICT | Another program is writing the same object: s3://builds/a/key (https://s3.example.com). Let only one build at a time publish there, and run mvn deploy again.",
                "SERVER_FAILED | The server kept failing after all retries: s3://builds/a/key (https://s3.example.com). Run mvn deploy again later, or raise artifacts.retryFor.",
                "REFUSED | PutObject failed at s3://builds/a/key (https://s3.example.com). Check that the server supports this request, and that the policy of the bucket allows it."
            })
    void eachKindHasItsMessage(Kind kind, String message) {
        Facts silent = new Facts(
                "PutObject",
                "s3://builds/a/key",
                "https://s3.example.com",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(message(new StoreException(kind, silent, null))).isEqualTo(message);
    }

    @Test
    void theRightRegionIsNamedIfItIsKnown() {
        assertThat(message(new StoreException(Kind.WRONG_REGION, FACTS.withExpected("eu-west-3"), null)))
                .contains("Set artifacts.region=eu-west-3.");
    }

    @Test
    void anUnknownRegionMayBeANewOne() {
        Facts facts = Facts.before("region", "s3://builds/", "Amazon S3", "mars-north-1");

        assertThat(message(new StoreException(Kind.UNKNOWN_REGION, facts, null)))
                .isEqualTo("artifacts.region is 'mars-north-1', which is not a region of AWS. Correct it; for a "
                        + "region that is newer than this plugin, also set "
                        + "artifacts.endpoint=https://s3.mars-north-1.amazonaws.com.");
    }

    @Test
    void aSettingThatTheSdkRejectsIsNamed() {
        Facts facts =
                Facts.before("settings", "s3://builds/", "Amazon S3", "Illegal character: https://me:s3cret@h x.");

        assertThat(message(new StoreException(Kind.BAD_AWS_SETTING, facts, null)))
                .isEqualTo("The AWS SDK rejects a setting that it reads itself for Amazon S3: Illegal character: "
                        + "https://h x. Correct or unset AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3 and the other AWS_ "
                        + "variables, the aws. properties of MAVEN_OPTS and the AWS profile, or name another "
                        + "server with artifacts.endpoint.");
    }

    @Test
    void aProxyThatCannotBeUsedIsNamedByItsVariable() {
        Facts facts = Facts.before("proxy", "HTTPS_PROXY", "HTTPS_PROXY", "has a port that is not a number");

        assertThat(message(new StoreException(Kind.BAD_PROXY, facts, null)))
                .isEqualTo("HTTPS_PROXY has a port that is not a number. Correct or unset it.");
    }

    @Test
    void aTokenIsNamedByItsSetting() {
        assertThat(message(new StoreException(Kind.TOKEN_REFUSED, FACTS.withExpected("AWS_SESSION_TOKEN"), null)))
                .contains("It comes from AWS_SESSION_TOKEN. If the access key is a permanent one, unset the token;");
    }

    @Test
    void aRedirectNamesTheEndpointToSet() {
        assertThat(message(new StoreException(Kind.REDIRECTED, FACTS.withExpected("https://new.example.com"), null)))
                .contains(
                        " to https://new.example.com. The plugin sends",
                        "Set artifacts.endpoint=https://new.example.com.");
    }

    @Test
    void aProfileIsNamedWithTheSettingThatNamesIt() {
        Facts facts = Facts.before("credentials", "s3://builds/", "Amazon S3", "nonesuch")
                .withExpected("AWS_PROFILE");

        assertThat(message(new StoreException(Kind.NO_PROFILE, facts, null)))
                .isEqualTo("The AWS profile 'nonesuch' (AWS_PROFILE) does not exist, and no other credentials were "
                        + "found for Amazon S3. Correct the name, or the files that AWS_CONFIG_FILE and "
                        + "AWS_SHARED_CREDENTIALS_FILE name; mvn -e shows where the AWS SDK has looked.");
    }

    @Test
    void theMissingPermissionIsTheOneThatTheServerNames() {
        Facts listing = new Facts(
                "GetObject",
                "s3://builds/a/manifest.json",
                "Amazon S3",
                Optional.of(403),
                Optional.of("AccessDenied"),
                Optional.of("User: arn:aws:iam::123456789012:user/ci is not authorized to perform: s3:ListBucket on"
                        + " resource: \"arn:aws:s3:::builds\" because no identity-based policy allows it"),
                Optional.empty(),
                Optional.empty());

        assertThat(message(new StoreException(Kind.ACCESS_DENIED, listing, null)))
                .contains("Allow the credentials s3:ListBucket on arn:aws:s3:::builds.");
    }

    @Test
    void aDeniedReadMayAlsoLackThePermissionToList() {
        Facts reading = Facts.before("GetObject", "s3://builds/a/manifest.json", "Amazon S3", "Access Denied");

        assertThat(message(new StoreException(Kind.ACCESS_DENIED, reading, null)))
                .contains("Allow the credentials s3:GetObject on s3://builds/a/manifest.json and s3:ListBucket for "
                        + "the bucket (without it, S3 answers 403 if the object does not exist).");
    }

    @Test
    void aCertificateFileIsNamed() {
        Facts facts = Facts.before("certificates", "/etc/ca.pem", "AWS_CA_BUNDLE", "it contains no certificate");

        assertThat(message(new StoreException(Kind.BAD_CA_BUNDLE, facts, null)))
                .isEqualTo("AWS_CA_BUNDLE names the certificate file '/etc/ca.pem', but it contains no certificate. "
                        + "Correct or unset AWS_CA_BUNDLE.");
    }

    @Test
    void anObjectThatCannotBeReadIsNamed() {
        assertThat(message(new StoreException(
                        Kind.READ_DAMAGED,
                        Facts.before(
                                "GetObject", "s3://builds/a/manifest.json", "https://s3.example", "ETag aa, MD5 bb"),
                        null)))
                .isEqualTo("The bytes read from s3://builds/a/manifest.json (https://s3.example) do not match the "
                        + "digest that the server reports, in several attempts. Check the proxies, gateways "
                        + "and caches on the way to the server. If the object itself is damaged, delete it and run "
                        + "mvn deploy again. (ETag aa, MD5 bb)");
        assertThat(message(new StoreException(
                        Kind.READ_TOO_LARGE,
                        Facts.before(
                                "GetObject", "s3://builds/a/manifest.json", "https://s3.example", "more than 64 MiB"),
                        null)))
                .isEqualTo("The object s3://builds/a/manifest.json (https://s3.example) is too large to be read, so "
                        + "it is not a file of this plugin. Delete it, or publish to another path "
                        + "(artifacts.targetPaths). (more than 64 MiB)");
    }

    private static String message(RuntimeException e) {
        return FailureMessages.of(e).orElseThrow();
    }
}
