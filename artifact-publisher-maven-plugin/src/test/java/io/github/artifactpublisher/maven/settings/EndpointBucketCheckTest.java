package io.github.artifactpublisher.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.maven.settings.StoreSettings.Bucket;
import io.github.artifactpublisher.store.s3.TestSettings;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint that names a bucket is refused, with the line to write instead. */
class EndpointBucketCheckTest {
    @ParameterizedTest
    @CsvSource({
        "https://s3.example.com/builds, https://s3.example.com",
        "https://s3.example.com:9000/builds/, https://s3.example.com:9000",
        "https://s3.example.com/Builds, https://s3.example.com",
        "https://s3.example.com/%62uilds, https://s3.example.com",
        "https://s3.example.com/tenant/builds/artifacts, https://s3.example.com",
        "https://s3.example.com/other, https://s3.example.com",
        "https://s3.example.com/some/path, https://s3.example.com",
        "http://127.0.0.1:9000/builds, http://127.0.0.1:9000",
        "http://[::1]:9000/builds, http://[::1]:9000",
        "https://builds.s3.example.com, https://s3.example.com",
        "https://BUILDS.S3.EXAMPLE.COM, https://s3.example.com",
        "https://builds.s3.example.com:9000, https://s3.example.com:9000",
        "https://builds.s3-eu.example.com, https://s3-eu.example.com",
        "https://builds.fra1.digitaloceanspaces.com, https://fra1.digitaloceanspaces.com",
        "https://builds.s3.eu-central-1.amazonaws.com, https://s3.eu-central-1.amazonaws.com",
        "https://other.s3.eu-central-1.amazonaws.com, https://s3.eu-central-1.amazonaws.com",
        "https://with.dots.s3.amazonaws.com, https://s3.amazonaws.com",
        "https://builds.s3.dualstack.eu-west-1.amazonaws.com, https://s3.dualstack.eu-west-1.amazonaws.com",
        "https://builds.s3-accelerate.amazonaws.com, https://s3-accelerate.amazonaws.com",
        "https://builds.s3.cn-north-1.amazonaws.com.cn, https://s3.cn-north-1.amazonaws.com.cn",
        "https://builds.s3.example.com., https://s3.example.com",
        "https://other.s3.amazonaws.com./, https://s3.amazonaws.com",
        "https://builds.bucket.vpce-1a-5e.s3.us-east-1.vpce.amazonaws.com, https://bucket.vpce-1a-5e.s3.us-east-1.vpce.amazonaws.com",
        "https://s3.example.com?list-type=2, https://s3.example.com",
        "https://s3.example.com/#builds, https://s3.example.com/",
    })
    void anEndpointWithABucketIsRefused(String endpoint, String right) {
        SettingException failure = refused(endpoint, Map.of());

        assertThat(failure.setting()).isEqualTo("artifacts.endpoint");
        assertThat(failure.advice()).startsWith("Set artifacts.endpoint=" + right + ".");
    }

    @Test
    void theMessageNamesTheBucketAndItsPlace() {
        assertThat(refused("https://s3.example.com/builds", Map.of()).getMessage())
                .isEqualTo("artifacts.endpoint is 'https://s3.example.com/builds', which has the bucket 'builds' in its"
                        + " path, but each request names the bucket as well");
        assertThat(refused("https://s3.example.com/a", Map.of()).getMessage())
                .isEqualTo(
                        "artifacts.endpoint is 'https://s3.example.com/a', which has the path '/a', and everything would be stored below it");
        assertThat(refused("https://builds.s3.example.com", Map.of()).getMessage())
                .isEqualTo("artifacts.endpoint is 'https://builds.s3.example.com', which begins with the name of the"
                        + " bucket 'builds', but each request names the bucket as well");
        assertThat(refused("https://other.s3.amazonaws.com", Map.of()).getMessage())
                .isEqualTo(
                        "artifacts.endpoint is 'https://other.s3.amazonaws.com', which names the bucket 'other' in its"
                                + " host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://s3.example.com",
                "https://s3.example.com/",
                "https://mybuilds.example.com",
                "https://builds.",
                "https://builds:9000",
                "https://s3.eu-central-1.amazonaws.com",
                "https://s3.dualstack.eu-central-1.amazonaws.com",
                "https://s3-fips.us-east-1.amazonaws.com",
                "https://bucket.vpce-1a2b3c4d-5e6f.s3.us-east-1.vpce.amazonaws.com",
                "https://project.supabase.co/storage/v1/s3",
                "https://0123456789abcdef.r2.cloudflarestorage.com"
            })
    void anEndpointWithoutOneIsTaken(String endpoint) {
        assertThat(read(Map.of("artifacts.endpoint", endpoint)).endpoint().map(S3Endpoint::uri))
                .contains(URI.create(endpoint));
    }

    @Test
    void aServerThatHasTheBucketsNameIsTakenIfTheUserSaysThatThePathNamesTheBucket() {
        String endpoint = "https://builds.example.com";

        assertThat(refused(endpoint, Map.of()).advice())
                .isEqualTo("Set artifacts.endpoint=https://example.com. If this is the name of the server itself, set"
                        + " artifacts.pathStyle=true.");
        assertThat(read(Map.of("artifacts.endpoint", endpoint, "artifacts.pathStyle", "true"))
                        .endpoint()
                        .map(S3Endpoint::uri))
                .contains(URI.create(endpoint));
        assertThat(refused(endpoint, Map.of("artifacts.pathStyle", "false")).setting())
                .isEqualTo("artifacts.endpoint");
        assertThat(refused("https://builds.s3.example.com", Map.of("artifacts.pathStyle", "true"))
                        .setting())
                .isEqualTo("artifacts.endpoint");
    }

    @Test
    void anAddressOfNumbersIsNoBucket() {
        assertThat(read(Map.of("artifacts.endpoint", "http://127.0.0.1:9000", "artifacts.bucket", "127"))
                        .name())
                .isEqualTo("127");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3://builds | Set artifacts.bucket=builds.",
                "s3a://builds/ | Set artifacts.bucket=builds.",
                "s3://builds/artifacts/x | Set artifacts.bucket=builds. Set a path below the bucket with artifacts.targetPaths.",
                "builds/artifacts | Set artifacts.bucket=builds. Set a path below the bucket with artifacts.targetPaths.",
                "arn:aws:s3:::builds | Set artifacts.bucket=builds.",
                "arn:aws-cn:s3:::builds/x | Set artifacts.bucket=builds. Set a path below the bucket with artifacts.targetPaths.",
                "https://s3.example.com/builds/x | Set artifacts.bucket=builds. If the server is not Amazon S3, set"
                        + " artifacts.endpoint to the URL without the bucket.",
                "https://builds.s3.amazonaws.com | Set only the name, without s3:// and without a path.",
                "https://key:secret@s3.example.com/builds | Set only the name, without s3:// and without a path.",
                "ab | Set only the name, without s3:// and without a path.",
                "arn:aws:s3:eu-west-1:123456789012:accesspoint/ci | Set artifacts.bucket to the alias of the access point,"
                        + " which ends with -s3alias, or to the bucket's name.",
                "arn:aws:s3::123456789012:accesspoint/abc.mrap | Set artifacts.bucket to the name of one of the buckets"
                        + " behind it."
            })
    void aBucketThatIsAnAddressIsRefused(String bucket, String advice) {
        SettingException failure =
                catchThrowableOfType(SettingException.class, () -> read(Map.of("artifacts.bucket", bucket)));

        assertThat(failure.setting()).isEqualTo("artifacts.bucket");
        assertThat(failure.advice()).isEqualTo(advice);
        assertThat(failure.getMessage()).doesNotContain("secret");
    }

    @Test
    void theAliasOfAnAccessPointIsABucketsName() {
        String alias = "ci-hrzrlukc5m36ft7okagglf3gmwluquse1b-s3alias";

        assertThat(read(Map.of("artifacts.bucket", alias)).name()).isEqualTo(alias);
    }

    private static SettingException refused(String endpoint, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("artifacts.endpoint", endpoint);
        return Optional.ofNullable(catchThrowableOfType(SettingException.class, () -> read(all)))
                .orElseThrow(() -> new AssertionError(endpoint + " was taken"));
    }

    private static Bucket read(Map<String, String> given) {
        Map<String, Object> configured = TestParameters.of(Map.of("artifacts.bucket", "builds"));
        configured.putAll(given);
        return new StoreSettingsReader(new Settings(configured, Map.of()), TestSettings.NO_AWS).bucket();
    }
}
