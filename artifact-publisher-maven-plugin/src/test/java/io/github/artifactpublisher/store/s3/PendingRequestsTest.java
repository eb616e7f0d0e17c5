package io.github.artifactpublisher.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.RetryEvent;
import io.github.artifactpublisher.store.RetryListener;
import io.github.artifactpublisher.store.TestHeaders;
import io.github.artifactpublisher.store.UnansweredRequest;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions.Checksums;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.S3Server;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log lines while a server is silent. Time passes while the server has a request and has not answered it. */
class PendingRequestsTest {
    private static final ObjectKey KEY = new ObjectKey("a/key");
    private static final Body BODY = Body.of("some bytes to be sent".getBytes(UTF_8));
    private static final ObjectHeaders TEXT = TestHeaders.ofType("text/plain");
    private static final RequestOptions SLOW =
            new RequestOptions(Duration.ofMinutes(3), Duration.ofMinutes(10), Checksums.AUTO);

    private static S3Server server;

    private final FakeTime time = new FakeTime();
    private final RecordingListener listener = new RecordingListener();

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = S3Server.start(folder).createBucket("builds");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aFirstAttemptWithoutAnAnswerIsLoggedEvery15Seconds() {
        ProxyScript silent = request -> {
            seconds(60);
            return ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), silent);
                S3ObjectStore store = open(proxy)) {
            store.put(KEY, BODY, TEXT);

            assertThat(listener.waiting).hasSizeGreaterThanOrEqualTo(4);
            assertThat(listener.waiting).element(0).satisfies(first -> {
                assertThat(first.action()).isEqualTo("PutObject");
                assertThat(first.location()).isEqualTo("s3://builds/a/key");
                assertThat(first.server()).isEqualTo("127.0.0.1:" + proxy.port());
                assertThat(first.attempt()).isEqualTo(1);
                assertThat(first.others()).isZero();
            });
        }
        assertThat(gaps()).allSatisfy(gap -> assertThat(gap).isBetween(10L, 15L));
        assertThat(time.timers()).isZero();
    }

    @Test
    void aQuickAnswerIsNot() {
        ProxyScript quick = request -> {
            seconds(13);
            return ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), quick);
                S3ObjectStore store = open(proxy)) {
            store.put(KEY, BODY, TEXT);
            store.head(KEY);
        }
        assertThat(listener.waiting).isEmpty();
    }

    @Test
    void aLaterAttemptIsLoggedWithItsNumber() {
        ProxyScript failsThenSilent = new ProxyScript() {
            private int requests;

            @Override
            public synchronized ProxyAction on(HttpHead request) {
                requests++;
                if (requests <= 2) {
                    return ProxyAction.answer(503, Map.of(), "");
                }
                seconds(15);
                return ProxyAction.pass();
            }
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), failsThenSilent);
                S3ObjectStore store = open(proxy)) {
            store.read(new ObjectKey("a/missing"));
        }
        assertThat(listener.waiting).extracting(UnansweredRequest::attempt).containsExactly(3);
    }

    @Test
    void parallelRequestsShareALine() throws Exception {
        int uploads = 4;
        CountDownLatch allSent = new CountDownLatch(uploads);
        CountDownLatch released = new CountDownLatch(1);
        ProxyScript silent = request -> {
            allSent.countDown();
            await(released);
            return ProxyAction.pass();
        };
        ExecutorService threads = Executors.newFixedThreadPool(uploads);
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), silent);
                S3ObjectStore store = open(proxy)) {
            List<? extends Future<?>> puts = IntStream.range(0, uploads)
                    .mapToObj(i -> threads.submit(() -> store.put(new ObjectKey("a/" + i), BODY, TEXT)))
                    .toList();
            await(allSent);
            seconds(15);
            assertThat(listener.waiting).extracting(UnansweredRequest::others).containsExactly(uploads - 1);
            seconds(15);
            assertThat(listener.waiting).hasSize(2);
            released.countDown();
            for (Future<?> put : puts) {
                put.get();
            }
        } finally {
            released.countDown();
            threads.shutdownNow();
        }
        assertThat(time.timers()).isZero();
    }

    private void seconds(int seconds) {
        IntStream.range(0, seconds).forEach(i -> time.pass(Duration.ofSeconds(1)));
    }

    /** Seconds from the start to the first line, and from line to line. */
    private List<Long> gaps() {
        List<Long> at = listener.waiting.stream()
                .map(request -> request.since().toSeconds())
                .toList();
        return IntStream.range(0, at.size())
                .mapToObj(i -> at.get(i) - (i == 0 ? 0 : at.get(i - 1)))
                .toList();
    }

    private S3ObjectStore open(ScriptedProxy proxy) {
        return TestStore.open(TestSettings.with(TestSettings.of(proxy.endpoint(), "builds"), SLOW), listener, time);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class RecordingListener implements RetryListener {
        private final List<UnansweredRequest> waiting = new CopyOnWriteArrayList<>();

        @Override
        public void retrying(RetryEvent retry) {}

        @Override
        public void waiting(UnansweredRequest oldest) {
            waiting.add(oldest);
        }
    }
}
