package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.RetryListener;
import io.github.artifactpublisher.store.s3.retry.Time;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import java.util.Optional;

/** Opens stores for tests. */
public final class TestStore {
    private TestStore() {}

    /** Opens a store whose retries are not reported. */
    public static S3ObjectStore open(S3Settings settings) {
        return open(settings, retry -> {});
    }

    static S3ObjectStore open(S3Settings settings, RetryListener listener) {
        return S3ObjectStore.open(settings, listener);
    }

    static S3ObjectStore open(S3Settings settings, RetryListener listener, Time time) {
        return S3ObjectStore.open(settings, listener, time, Optional.empty());
    }

    /** Opens a store that lists so many keys with each request. */
    static S3ObjectStore withPagesOf(int keys, S3Settings settings) {
        return S3ObjectStore.open(settings, retry -> {}, Time.SYSTEM, Optional.of(keys));
    }
}
