package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.layout.ObjectKey;
import java.util.Optional;

/** Reads objects. Thread-safe; {@link ObjectStore} says how requests are retried and fail. */
public interface ObjectReader extends ObjectLocator {
    /** The maximum size of an object that {@link #read} reads into memory. */
    int MAX_READ_BYTES = 64 << 20;

    /**
     * Reads a small object into memory; empty if it does not exist. Its bytes are compared with the digests in the
     * response, and read again if they differ ({@link StoreException.Kind#READ_DAMAGED} if they differ each time). An
     * object of more than {@link #MAX_READ_BYTES} is not read ({@link StoreException.Kind#READ_TOO_LARGE}). Unlike that
     * of a HEAD request, the failure of this request says whether bucket and credentials are right.
     */
    Optional<ReadObject> read(ObjectKey key);

    /**
     * Reads a small object as {@link #read} does, unless it still has a known ETag.
     *
     * @return found, missing or not modified
     */
    GetResult<ReadObject> readIfChanged(ObjectKey key, ETag known);

    /**
     * Opens an object, or a range of it, as a stream. The request is retried until the response begins. The bytes are
     * not verified, but a body that ends early is a failure.
     *
     * @return the open object, which the caller closes, or the reason why there is none
     */
    GetResult<OpenObject> open(ObjectKey key, GetOptions options);

    /** Downloads an object and returns its digests; empty if it does not exist. */
    Optional<Digests> downloadDigests(ObjectKey key);

    /** Returns the SHA-256 that the store keeps with an object, if it keeps one. */
    Optional<Sha256> storedSha256(ObjectKey key);

    /** Returns what a listing says of one object; empty if it does not exist. Needs no permission to list. */
    Optional<ListedObject> head(ObjectKey key);
}
