package io.github.artifactpublisher.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.s3.S3ObjectStore;
import io.github.artifactpublisher.store.s3.TestSettings;
import io.github.artifactpublisher.testing.S3Server;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store that opens on another thread. */
@Timeout(60)
class AwaitedStoreTest {
    private static final ObjectKey KEY = PublishStage.MAIN.key("app.jar.gz");

    @TempDir
    Path folder;

    @Test
    void itsUserDoesSomethingElseMeanwhile() {
        CountDownLatch done = new CountDownLatch(1);
        try (S3Server server = S3Server.start(folder).createBucket("builds");
                ObjectStore store = AwaitedStore.opening(() -> {
                    await(done);
                    return S3ObjectStore.open(TestSettings.of(server.endpoint(), "builds"));
                })) {
            done.countDown();

            assertThat(store.read(KEY)).isEmpty();
            assertThat(store.address(KEY)).isEqualTo("s3://builds/artifacts/acme/app/main/app.jar.gz");
        }
    }

    @Test
    void eachCallFailsAsTheOpeningDid() {
        IllegalArgumentException failure = new IllegalArgumentException("no such region");
        try (ObjectStore store = AwaitedStore.opening(() -> {
            throw failure;
        })) {
            assertThatThrownBy(() -> store.read(KEY)).isSameAs(failure);
            assertThatThrownBy(() -> store.address(KEY)).isSameAs(failure);
        }
    }

    @Test
    void whoeverGivesUpInterruptsTheOpeningAndWaitsForItsEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> ended = new AtomicReference<>();
        try (ObjectStore store = AwaitedStore.opening(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                ended.set(e);
            }
            throw new IllegalStateException("interrupted");
        })) {
            assertThat(store).isNotNull();
            begun.await();
        }

        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
    }

    /** A store that nobody has asked anything is closed nevertheless. */
    @Test
    void aStoreThatHasOpenedIsClosed() throws Exception {
        CountDownLatch opened = new CountDownLatch(1);
        try (S3Server server = S3Server.start(folder).createBucket("builds")) {
            S3ObjectStore inner = S3ObjectStore.open(TestSettings.of(server.endpoint(), "builds"));
            ObjectStore store = AwaitedStore.opening(() -> {
                opened.countDown();
                return inner;
            });
            opened.await();
            store.address(KEY);
            store.close();

            assertThatThrownBy(() -> inner.read(KEY)).isInstanceOf(RejectedExecutionException.class);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
