package io.github.artifactpublisher.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.IncompleteUpload;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.TestHeaders;
import io.github.artifactpublisher.store.s3.retry.RetryingSender;
import io.github.artifactpublisher.store.s3.retry.S3Failures;
import io.github.artifactpublisher.store.s3.retry.SentRequestInterceptor;
import io.github.artifactpublisher.store.s3.settings.Access;
import io.github.artifactpublisher.store.s3.settings.Access.Role;
import io.github.artifactpublisher.store.s3.settings.Access.StaticCredentials;
import io.github.artifactpublisher.store.s3.settings.BucketOptions;
import io.github.artifactpublisher.store.s3.settings.ProxyRoute;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Options on the wire. S3Proxy knows few of them, so a scripted server takes the requests; what is asserted is what
 * Amazon's documentation of PutObject and AssumeRole asks for.
 */
class S3OptionsTest {
    private static final ObjectKey KEY = new ObjectKey("a/key");
    private static final Body BODY = Body.of("body".getBytes(UTF_8));
    private static final String STS_ENDPOINT = "aws.endpointUrlSts";
    private static final String S3_ENDPOINT = "aws.endpointUrlS3";
    private static final ProxyAction STORED =
            ProxyAction.answer(200, Map.of("ETag", "\"" + BODY.digests().md5().hex() + "\""), "");

    private static final ProxyAction ASSUMED = ProxyAction.answer(
            200,
            Map.of(),
            "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId>"
                    + "<SecretAccessKey>roleSecret</SecretAccessKey><SessionToken>roleToken</SessionToken>"
                    + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>");

    @AfterEach
    void forget() {
        System.clearProperty(STS_ENDPOINT);
        System.clearProperty(S3_ENDPOINT);
    }

    @Test
    void optionsAndHeadersGoWithEveryPut() {
        BucketOptions options = new BucketOptions(
                Optional.of("aws:kms"),
                Optional.of("alias/builds"),
                Optional.of("STANDARD_IA"),
                Optional.of("bucket-owner-full-control"),
                Optional.of("123456789012"),
                true);
        ObjectHeaders headers = new ObjectHeaders(
                "text/html",
                Optional.of("gzip"),
                Optional.of("max-age=60"),
                Map.of("commit", "0123"),
                Map.of("retention", "30 d", "team", "core"));

        HttpHead put = put(TestSettings.CHAIN, options, headers);

        assertThat(put.header("x-amz-server-side-encryption")).contains("aws:kms");
        assertThat(put.header("x-amz-server-side-encryption-aws-kms-key-id")).contains("alias/builds");
        assertThat(put.header("x-amz-storage-class")).contains("STANDARD_IA");
        assertThat(put.header("x-amz-acl")).contains("bucket-owner-full-control");
        assertThat(put.header("x-amz-expected-bucket-owner")).contains("123456789012");
        assertThat(put.header("x-amz-request-payer")).contains("requester");
        assertThat(put.header("Content-Type")).contains("text/html");
        assertThat(put.header("Content-Encoding")).contains("gzip");
        assertThat(put.header("Cache-Control")).contains("max-age=60");
        assertThat(put.header("x-amz-meta-commit")).contains("0123");
        assertThat(put.header("x-amz-tagging")).contains("retention=30%20d&team=core");
        assertThat(put.header("Content-MD5")).contains(BODY.digests().md5().base64());
    }

    @Test
    void nothingGoesThatWasNotAskedFor() {
        HttpHead put = put(TestSettings.CHAIN, TestSettings.NO_OPTIONS, TestHeaders.ofType("text/plain"));

        for (String header : new String[] {
            "x-amz-server-side-encryption",
            "x-amz-storage-class",
            "x-amz-acl",
            "x-amz-tagging",
            "x-amz-request-payer",
            "x-amz-expected-bucket-owner",
            "Cache-Control",
            "Content-Encoding"
        }) {
            assertThat(put.header(header)).as(header).isEmpty();
        }
    }

    @Test
    void eachRequestHasTheOptionsOfTheBucket() {
        BucketOptions options = new BucketOptions(
                Optional.of("AES256"),
                Optional.empty(),
                Optional.of("STANDARD_IA"),
                Optional.of("bucket-owner-full-control"),
                Optional.of("123456789012"),
                true);
        ObjectHeaders headers = TestHeaders.ofType("text/plain");
        KeyPrefix prefix = new KeyPrefix("a");
        List<Consumer<ObjectStore>> creating = List.of(
                store -> store.put(KEY, BODY, headers),
                store -> store.startMultipart(KEY, headers),
                store -> store.copy(KEY, new ETag("e"), KEY, headers));
        List<Consumer<ObjectStore>> others = List.of(
                store -> store.read(KEY),
                store -> store.head(KEY),
                store -> store.listPage(prefix, Optional.empty()),
                store -> store.incompleteUploads(prefix),
                store -> store.delete(List.of(KEY)),
                store -> store.abort(new IncompleteUpload(KEY, "id", Instant.EPOCH)));

        assertThat(creating).allSatisfy(request -> {
            HttpHead head = head(request, options);
            assertOwnerAndPayer(head);
            assertThat(head.header("x-amz-server-side-encryption")).contains("AES256");
            assertThat(head.header("x-amz-storage-class")).contains("STANDARD_IA");
            assertThat(head.header("x-amz-acl")).contains("bucket-owner-full-control");
        });
        assertThat(others).allSatisfy(request -> {
            HttpHead head = head(request, options);
            assertOwnerAndPayer(head);
            assertThat(head.header("x-amz-server-side-encryption")).isEmpty();
            assertThat(head.header("x-amz-storage-class")).isEmpty();
            assertThat(head.header("x-amz-acl")).isEmpty();
        });
        assertThat(head(creating.get(2), options).header("x-amz-source-expected-bucket-owner"))
                .contains("123456789012");
    }

    /** Signed, too: Amazon rejects unsigned headers of its own. */
    private static void assertOwnerAndPayer(HttpHead head) {
        assertThat(head.header("x-amz-expected-bucket-owner")).contains("123456789012");
        assertThat(head.header("x-amz-request-payer")).contains("requester");
        assertThat(head.header("Authorization").orElseThrow())
                .contains("x-amz-expected-bucket-owner")
                .contains("x-amz-request-payer");
    }

    private static HttpHead head(Consumer<ObjectStore> request, BucketOptions options) {
        try (ScriptedProxy s3 = server(ProxyAction.error(403, "AccessDenied"));
                S3ObjectStore store = TestStore.open(settings(s3.endpoint(), TestSettings.CHAIN, options))) {
            assertThatThrownBy(() -> request.accept(store)).isInstanceOf(StoreException.class);
            return s3.requests().get(0).head();
        }
    }

    @Test
    void aRoleIsAssumedAndItsCredentialsSign() {
        try (ScriptedProxy sts = server(ASSUMED)) {
            System.setProperty(STS_ENDPOINT, sts.endpoint().toString());
            HttpHead put = put(role(), TestSettings.NO_OPTIONS, TestHeaders.ofType("text/plain"));

            assertThat(sts.requests()).hasSize(1);
            assertThat(put.header("Authorization").orElseThrow()).contains("Credential=ASIAROLE/");
            assertThat(put.header("x-amz-security-token")).contains("roleToken");
        }
    }

    /** {@link SigningCredentialsTest} asserts that they are closed. */
    @Test
    void closesTheClientOfSts() {
        try (ScriptedProxy sts = server(ASSUMED)) {
            System.setProperty(STS_ENDPOINT, sts.endpoint().toString());
            S3Settings settings = settings(sts.endpoint(), role(), TestSettings.NO_OPTIONS);
            try (S3Identity identity = S3Identity.resolve(settings, new S3Failures(settings), sender(settings))) {
                assertThat(identity.credentials().resources())
                        .hasAtLeastOneElementOfType(StsClient.class)
                        .hasAtLeastOneElementOfType(SdkHttpClient.class)
                        .hasAtLeastOneElementOfType(StsAssumeRoleCredentialsProvider.class);
            }
        }
    }

    @Test
    void aRoleThatMayNotBeAssumedIsNamed() {
        String answer =
                "<ErrorResponse><Error><Code>AccessDenied</Code><Message>Not you.</Message></Error></ErrorResponse>";
        try (ScriptedProxy sts = server(ProxyAction.answer(403, Map.of(), answer))) {
            System.setProperty(STS_ENDPOINT, sts.endpoint().toString());
            StoreException failure = catchThrowableOfType(
                    StoreException.class,
                    () -> TestStore.open(settings(sts.endpoint(), role(), TestSettings.NO_OPTIONS)));

            assertThat(failure.kind()).isEqualTo(Kind.ACCESS_DENIED);
            assertThat(failure.facts().action()).isEqualTo("AssumeRole");
            assertThat(failure.facts().location()).isEqualTo("arn:aws:iam::123456789012:role/publisher");
        }
    }

    /** The property is to the SDK what the variable {@code AWS_ENDPOINT_URL_S3} is. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "localhost:9000", "no url"})
    void anEndpointThatTheSdkReadsAndCannotUseIsNamed(String endpoint) {
        System.setProperty(S3_ENDPOINT, endpoint);
        StoreException failure = catchThrowableOfType(
                StoreException.class,
                () -> TestStore.open(settings(Optional.empty(), TestSettings.CHAIN, TestSettings.NO_OPTIONS)));

        assertThat(failure.kind()).isEqualTo(Kind.BAD_AWS_SETTING);
        assertThat(failure.facts().endpoint()).isEqualTo("Amazon S3");
        assertThat(failure.facts().message()).isPresent();
    }

    private static RetryingSender sender(S3Settings settings) {
        SentRequestInterceptor sent = new SentRequestInterceptor(retry -> {}, settings.endpointName());
        return new RetryingSender(new S3Failures(settings), sent, RequestOptions.DEFAULTS, new FakeTime(), retry -> {});
    }

    private static Access role() {
        return new Access(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Role("arn:aws:iam::123456789012:role/publisher", Optional.of("x"), "test")));
    }

    private static HttpHead put(Access access, BucketOptions options, ObjectHeaders headers) {
        try (ScriptedProxy s3 = server(STORED);
                S3ObjectStore store = TestStore.open(settings(s3.endpoint(), access, options))) {
            store.put(KEY, BODY, headers);
            return s3.requests().get(0).head();
        }
    }

    /** Answers everything in the same way; nothing is behind it. */
    private static ScriptedProxy server(ProxyAction answer) {
        return ScriptedProxy.inFrontOf(URI.create("http://127.0.0.1:9"), ProxyScript.always(request -> true, answer));
    }

    private static S3Settings settings(URI endpoint, Access access, BucketOptions options) {
        return settings(Optional.of(endpoint), access, options);
    }

    private static S3Settings settings(Optional<URI> endpoint, Access access, BucketOptions options) {
        Access withCredentials = new Access(
                Optional.of(new StaticCredentials("AKIA", "secret", Optional.empty(), "the test")),
                access.profile(),
                access.role());
        return new S3Settings(
                "builds",
                Optional.of("us-east-1"),
                endpoint.map(uri -> new S3Endpoint(uri, S3Endpoint.PROPERTY)),
                true,
                TestSettings.NO_AWS,
                withCredentials,
                options,
                server -> ProxyRoute.NO_PROXY,
                RequestOptions.DEFAULTS,
                5,
                "test");
    }
}
