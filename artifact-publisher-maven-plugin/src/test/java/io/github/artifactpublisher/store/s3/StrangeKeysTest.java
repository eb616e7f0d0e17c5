package io.github.artifactpublisher.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.ObjectLister.Page;
import io.github.artifactpublisher.store.TestHeaders;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.S3Server;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listings of keys that XML cannot carry, or that look as if they were encoded. */
class StrangeKeysTest {
    private static final KeyPrefix PREFIX = new KeyPrefix("a");
    private static final String[] OURS = {"a/1+1", "a/100%25", "a/100%", "a/b c", "a/Größe-日本-🎉"};

    private static S3Server server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = S3Server.start(folder).createBucket("builds");
        try (S3ObjectStore store = TestStore.open(TestSettings.of(server.endpoint(), "builds"))) {
            for (String key : OURS) {
                store.put(new ObjectKey(key), Body.of(key.getBytes(UTF_8)), TestHeaders.ofType("text/plain"));
            }
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** S3Proxy is asked for encoded keys, and does as it likes. */
    @Test
    void everyKeyIsListedAsItIs() {
        try (S3ObjectStore store = TestStore.open(TestSettings.of(server.endpoint(), "builds"))) {
            assertThat(keys(store.listPage(PREFIX, Optional.empty()))).containsExactlyInAnyOrder(OURS);
        }
    }

    @Test
    void aStrangersControlCharacterDoesNotSpoilTheListing() {
        try (ScriptedProxy proxy = listing("a/\u0001", "a/\uFFFE", "a/\uFFFF", "a/1+1", "a/b c");
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            assertThat(keys(store.listPage(PREFIX, Optional.empty()))).containsExactly("a/1+1", "a/b c");
        }
    }

    @Test
    void aStrangersControlCharacterDoesNotSpoilTheListingOfUploads() {
        ProxyScript script = ProxyScript.always(
                request -> request.query().contains("uploads"),
                request -> uploads(StrangeKeysTest.encoding(request), "a/\u0001", "a/1+1", "a/b c"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            assertThat(store.incompleteUploads(PREFIX))
                    .extracting(upload -> upload.key().value())
                    .containsExactly("a/1+1", "a/b c");
        }
    }

    @Test
    void theNextPageBeginsAfterAKeyThatIsEncoded() {
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(
                        server.endpoint(),
                        ProxyScript.always(
                                request -> true, request -> page(true, encoding(request), "a/1+1", "a/x\u0002 +")));
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            Optional<String> next = store.listPage(PREFIX, Optional.empty()).next();
            store.listPage(PREFIX, next);

            assertThat(next).contains("a/x\u0002 +");
            assertThat(proxy.requests().get(1).head().query()).contains("start-after=a%2Fx%02%20%2B");
        }
    }

    /** Such a server sends the keys as they are, and says so by not naming the encoding. */
    @Test
    void aServerThatIgnoresTheEncodingIsTakenToTheLetter() {
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(
                        server.endpoint(),
                        ProxyScript.always(
                                request -> true, request -> page(false, Optional.empty(), "a/1+1", "a/100%25")));
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            assertThat(keys(store.listPage(PREFIX, Optional.empty()))).containsExactly("a/1+1", "a/100%25");
        }
    }

    @Test
    void keysThatAreNotEncodedAsDeclaredAreListed() {
        try (ScriptedProxy proxy = answeringEncoded(xml(
                        "ListBucketResult",
                        Optional.of("url"),
                        "<Contents><Key>a/100%</Key><Size>1</Size>"
                                + "<LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>"));
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            assertThat(keys(store.listPage(PREFIX, Optional.empty()))).containsExactlyInAnyOrder(OURS);
        }
    }

    @ParameterizedTest
    @CsvSource({"400, InvalidArgument", "501, NotImplemented"})
    void aServerThatRejectsTheEncodingIsAskedWithout(int status, String code) {
        try (ScriptedProxy proxy = answeringEncoded(ProxyAction.error(status, code));
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            assertThat(keys(store.listPage(PREFIX, Optional.empty()))).containsExactlyInAnyOrder(OURS);
            assertThat(store.incompleteUploads(PREFIX)).isEmpty();
        }
    }

    /** Lists as S3Proxy does if no encoding is asked for. */
    private static ScriptedProxy answeringEncoded(ProxyAction answer) {
        return ScriptedProxy.inFrontOf(
                server.endpoint(),
                ProxyScript.always(request -> encoding(request).isPresent(), answer));
    }

    private static ScriptedProxy listing(String... keys) {
        return ScriptedProxy.inFrontOf(
                server.endpoint(),
                ProxyScript.always(request -> true, request -> page(false, encoding(request), keys)));
    }

    private static Optional<String> encoding(HttpHead request) {
        return request.query().contains("encoding-type=url") ? Optional.of("url") : Optional.empty();
    }

    /** As S3 encodes keys: as in a form, with the slash as it is. */
    private static UnaryOperator<String> encoder(Optional<String> encoding) {
        return encoding.isPresent()
                ? key -> URLEncoder.encode(key, UTF_8).replace("%2F", "/")
                : key -> key.replace("\u0001", "&#x1;")
                        .replace("\uFFFE", "&#xFFFE;")
                        .replace("\uFFFF", "&#xFFFF;");
    }

    private static ProxyAction page(boolean more, Optional<String> encoding, String... keys) {
        UnaryOperator<String> encoder = encoder(encoding);
        String contents = Arrays.stream(keys)
                .map(key -> "<Contents><Key>" + encoder.apply(key) + "</Key><Size>1</Size>"
                        + "<LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>")
                .collect(Collectors.joining());
        return xml("ListBucketResult", encoding, "<IsTruncated>" + more + "</IsTruncated>" + contents);
    }

    private static ProxyAction uploads(Optional<String> encoding, String... keys) {
        UnaryOperator<String> encoder = encoder(encoding);
        String uploads = Arrays.stream(keys)
                .map(key -> "<Upload><Key>" + encoder.apply(key) + "</Key><UploadId>u</UploadId>"
                        + "<Initiated>2026-01-01T00:00:00.000Z</Initiated></Upload>")
                .collect(Collectors.joining());
        return xml("ListMultipartUploadsResult", encoding, uploads);
    }

    private static ProxyAction xml(String root, Optional<String> encoding, String content) {
        String named = encoding.map(type -> "<EncodingType>" + type + "</EncodingType>")
                .orElse("");
        return ProxyAction.answer(
                200,
                Map.of("Content-Type", "application/xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><" + root + ">" + named + content + "</" + root + ">");
    }

    private static List<String> keys(Page listing) {
        return listing.objects().stream().map(object -> object.key().value()).toList();
    }
}
