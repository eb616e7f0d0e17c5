package io.github.artifactpublisher.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.ObjectLister.Page;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.ObjectStoreContract;
import io.github.artifactpublisher.store.TestHeaders;
import io.github.artifactpublisher.testing.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** The contract with the S3 adapter on S3Proxy. */
class S3ProxyStoreTest extends ObjectStoreContract {
    private static S3Server server;
    private static ObjectStore store;
    private static ObjectStore storeWithoutBucket;
    private final List<ObjectStore> opened = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = S3Server.start(folder).createBucket("builds");
        store = TestStore.open(TestSettings.of(server.endpoint(), "builds"));
        storeWithoutBucket = TestStore.open(TestSettings.of(server.endpoint(), "no-such-bucket"));
    }

    @AfterEach
    void closeOpened() {
        opened.forEach(ObjectStore::close);
    }

    @AfterAll
    static void stop() {
        store.close();
        storeWithoutBucket.close();
        server.close();
    }

    /** The objects are made as files, since a thousand requests would take their time. */
    @Test
    void aLongListingComesInPages() throws IOException {
        Path folder = Files.createDirectories(server.dataDirectory().resolve("builds/pages"));
        for (int i = 0; i < 1003; i++) {
            Files.createFile(folder.resolve(String.format("%04d", i)));
        }

        Page first = store.listPage(new KeyPrefix("pages"), Optional.empty());
        Page second = store.listPage(new KeyPrefix("pages"), first.next());

        assertThat(first.objects()).hasSize(1000);
        assertThat(first.next()).contains("pages/0999");
        assertThat(second.objects())
                .extracting(object -> object.key().value())
                .containsExactly("pages/1000", "pages/1001", "pages/1002");
        assertThat(second.next()).isEmpty();
    }

    /** Such as the markers of folders that some consoles make. */
    @Test
    void keysThatAreNotOursAreNotListed() throws IOException {
        server.client().putObject(put -> put.bucket("builds").key("strange/folder/"), RequestBody.empty());
        store.put(new ObjectKey("strange/ours"), Body.of(new byte[0]), TestHeaders.ofType("text/plain"));

        assertThat(store.listPage(new KeyPrefix("strange"), Optional.empty()).objects())
                .extracting(object -> object.key().value())
                .containsExactly("strange/ours");
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public ObjectStore storeWithoutBucket() {
        return storeWithoutBucket;
    }

    @Override
    public ObjectStore storeWithPagesOf(int keys) {
        ObjectStore paged = TestStore.withPagesOf(keys, TestSettings.of(server.endpoint(), "builds"));
        opened.add(paged);
        return paged;
    }
}
