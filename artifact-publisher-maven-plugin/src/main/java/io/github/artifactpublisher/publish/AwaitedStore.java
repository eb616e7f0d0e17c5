package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.LeftUpload;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.Listing;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.ReadObject;
import io.github.artifactpublisher.store.Receipt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * A store that another thread makes ready while its user does something else: finding credentials and loading an S3
 * client take a good part of a second. Each call waits until the store is ready, or fails as that did. Thread-safe.
 */
public final class AwaitedStore implements ObjectStore {
    private final ExecutorService thread;
    private final Future<ObjectStore> ready;

    private AwaitedStore(Supplier<ObjectStore> opening) {
        this.thread = WorkerPool.threads(1, "store");
        this.ready = thread.submit(opening::get);
    }

    /**
     * Begins to make a store ready.
     *
     * @param opening gives the store, or throws what each call then throws
     */
    public static AwaitedStore opening(Supplier<ObjectStore> opening) {
        return new AwaitedStore(opening);
    }

    private ObjectStore ready() {
        try {
            return ready.get();
        } catch (ExecutionException e) {
            throw WorkerPool.asUnchecked(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishInterruptedException(e);
        }
    }

    @Override
    public Receipt put(ObjectKey key, Body body, ObjectHeaders headers, Precondition precondition) {
        return ready().put(key, body, headers, precondition);
    }

    @Override
    public MultipartUpload startMultipart(ObjectKey key, ObjectHeaders headers) {
        return ready().startMultipart(key, headers);
    }

    @Override
    public Receipt copy(ObjectKey from, ETag etag, ObjectKey to, ObjectHeaders headers) {
        return ready().copy(from, etag, to, headers);
    }

    @Override
    public Optional<ReadObject> read(ObjectKey key) {
        return ready().read(key);
    }

    @Override
    public Optional<Digests> readBack(ObjectKey key) {
        return ready().readBack(key);
    }

    @Override
    public Optional<ListedObject> look(ObjectKey key) {
        return ready().look(key);
    }

    @Override
    public Optional<Sha256> storedSha256(ObjectKey key) {
        return ready().storedSha256(key);
    }

    @Override
    public Listing list(KeyPrefix prefix, Optional<String> after) {
        return ready().list(prefix, after);
    }

    @Override
    public Map<ObjectKey, String> delete(List<ObjectKey> keys) {
        return ready().delete(keys);
    }

    @Override
    public List<LeftUpload> uploads(KeyPrefix prefix) {
        return ready().uploads(prefix);
    }

    @Override
    public void abort(LeftUpload upload) {
        ready().abort(upload);
    }

    @Override
    public String address(KeyPrefix prefix) {
        return ready().address(prefix);
    }

    @Override
    public String address(ObjectKey key) {
        return ready().address(key);
    }

    /**
     * Closes the store if there is one; an opening that is under way is interrupted and waited for, so that none stays
     * open.
     */
    @Override
    public void close() {
        WorkerPool.end(thread);
        if (ready.isDone()) {
            closeReady();
        }
    }

    private void closeReady() {
        boolean interrupted = Thread.interrupted();
        try {
            ready.get().close();
        } catch (ExecutionException e) {
            // It never opened, which every call has told.
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
