package io.github.artifactpublisher.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.ListingException;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Listings of several pages, by servers that answer as the test says. */
class ListingPagesTest {
    private static final KeyPrefix PREFIX = new KeyPrefix("a");

    /** Answers the requests in this order, the last of the answers again and again. */
    private static ScriptedProxy answering(ProxyAction... answers) {
        AtomicInteger next = new AtomicInteger();
        ProxyScript script = request -> answers[Math.min(next.getAndIncrement(), answers.length - 1)];
        return ScriptedProxy.inFrontOf(URI.create("http://127.0.0.1:1"), script);
    }

    private static S3ObjectStore storeBehind(ScriptedProxy proxy) {
        return TestStore.open(TestSettings.of(proxy.endpoint(), "builds"), retry -> {}, new FakeTime());
    }

    private static ProxyAction page(String token, String... keys) {
        StringBuilder xml = new StringBuilder("<ListBucketResult>");
        for (String key : keys) {
            xml.append(
                    key.endsWith("/")
                            ? "<CommonPrefixes><Prefix>" + key + "</Prefix></CommonPrefixes>"
                            : ""
                                    + "<Contents><Key>" + key + "</Key><Size>1</Size>"
                                    + "<LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>");
        }
        if (token != null) {
            xml.append("<IsTruncated>true</IsTruncated>");
        }
        if (token != null && !token.isEmpty()) {
            xml.append("<NextContinuationToken>" + token + "</NextContinuationToken>");
        }
        return ProxyAction.answer(200, Map.of("Content-Type", "application/xml"), xml + "</ListBucketResult>");
    }

    private static List<String> keys(Stream<ListedObject> objects) {
        return objects.map(object -> object.key().value()).toList();
    }

    @Test
    void aPageIsRequestedByTheTokenOfTheOneBefore() {
        try (ScriptedProxy proxy = answering(page("t1", "a/1", "a/2"), page("t2", "a/3"), page(null, "a/4"));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThat(keys(store.list(PREFIX))).containsExactly("a/1", "a/2", "a/3", "a/4");
            assertThat(proxy.requests())
                    .extracting(request -> request.head().query())
                    .satisfiesExactly(
                            first -> assertThat(first).doesNotContain("continuation-token", "start-after"),
                            second -> assertThat(second).contains("continuation-token=t1"),
                            third -> assertThat(third).contains("continuation-token=t2"));
        }
    }

    @Test
    void aPageIsRequestedWhenItIsNeeded() {
        try (ScriptedProxy proxy = answering(page("t1", "a/1", "a/2"), page(null, "a/3"));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThat(keys(store.list(PREFIX).limit(2))).containsExactly("a/1", "a/2");
            assertThat(proxy.requests()).hasSize(1);

            Iterator<ListedObject> objects = store.list(PREFIX).iterator();
            assertThat(proxy.requests()).hasSize(1);
            assertThat(objects.next().key().value()).isEqualTo("a/3");
            assertThat(proxy.requests()).hasSize(2);
        }
    }

    @Test
    void aPageWithoutKeysIsNotTheEnd() {
        try (ScriptedProxy proxy = answering(page("t1"), page("t2", "a/1"), page("t3"), page(null, "a/2"));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThat(keys(store.list(PREFIX))).containsExactly("a/1", "a/2");
        }
    }

    @Test
    void aPageIsRetried() {
        ProxyAction busy = ProxyAction.answer(503, Map.of(), "<Error><Code>SlowDown</Code></Error>");
        try (ScriptedProxy proxy = answering(page("t1", "a/1"), busy, page(null, "a/2"));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThat(keys(store.list(PREFIX))).containsExactly("a/1", "a/2");
        }
    }

    @Test
    void aServerThatRepeatsAPageEndsTheListing() {
        try (ScriptedProxy proxy = answering(page("t1", "a/1", "a/2"));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThatThrownBy(() -> store.list(PREFIX).count()).isInstanceOfSatisfying(ListingException.class, e -> {
                assertThat(e.address()).isEqualTo("s3://builds/a/");
                assertThat(e.last()).isEqualTo("a/2");
            });
            assertThat(proxy.requests()).hasSize(2);
        }
    }

    @Test
    void aServerThatRepeatsAPageOfFoldersOrAnEmptyPageEndsTheListing() {
        try (ScriptedProxy proxy = answering(page("t1", "a/1/", "a/2/"));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThatThrownBy(() -> store.listFolder(PREFIX).count()).isInstanceOf(ListingException.class);
        }
        try (ScriptedProxy proxy = answering(page("t1"));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThatThrownBy(() -> store.list(PREFIX).count()).isInstanceOf(ListingException.class);
        }
    }

    /** The SDK's paginator would end here. */
    @Test
    void withoutATokenThePageAfterTheLastKeyIsRequested() {
        try (ScriptedProxy proxy = answering(page("", "a/1", "a/2"), page(null, "a/3"));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThat(keys(store.list(PREFIX))).containsExactly("a/1", "a/2", "a/3");
            assertThat(proxy.requests().get(1).head().query()).contains("start-after=a%2F2");
        }
    }

    @Test
    void aListingThatCannotGoOnIsAFailure() {
        try (ScriptedProxy proxy = answering(page("", "a/1/"));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThatThrownBy(() -> store.listFolder(PREFIX).count())
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED));
        }
        try (ScriptedProxy proxy = answering(page(""));
                S3ObjectStore store = storeBehind(proxy)) {
            assertThatThrownBy(() -> store.list(PREFIX).count())
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED));
        }
    }
}
