package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.ObjectStoreContract;
import io.github.artifactpublisher.testing.S3Server;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by the S3 adapter on S3Proxy. */
class S3ProxyStoreTest extends ObjectStoreContract {
    private static S3Server server;
    private static ObjectStore store;
    private static ObjectStore storeWithoutBucket;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = S3Server.start(folder).createBucket("builds");
        store = S3ObjectStore.open(TestSettings.of(server.endpoint(), "builds"));
        storeWithoutBucket = S3ObjectStore.open(TestSettings.of(server.endpoint(), "no-such-bucket"));
    }

    @AfterAll
    static void stop() {
        store.close();
        storeWithoutBucket.close();
        server.close();
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Override
    protected ObjectStore storeWithoutBucket() {
        return storeWithoutBucket;
    }
}
