package io.github.artifactpublisher.store;

/**
 * A bucket. Thread-safe. Every method blocks until the response is complete, and retries failures of the network and of
 * the server for some time.
 *
 * <p>Every method throws a {@link StoreException} with the reason if its request fails. If the thread is interrupted,
 * the method throws one, too, and the thread stays interrupted.
 */
public interface ObjectStore extends ObjectReader, ObjectLister, ObjectWriter, ObjectRemover, AutoCloseable {
    @Override
    void close();
}
