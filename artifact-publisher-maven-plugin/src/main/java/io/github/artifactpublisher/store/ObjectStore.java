package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One bucket. Thread-safe; every call blocks until the response is complete, and retries failures of the network.
 *
 * <p>Every method throws a {@link StoreException} that says what went wrong; a thread's interruption ends the call with
 * one, and the thread stays interrupted.
 */
public interface ObjectStore extends AutoCloseable {
    /** S3 copies no larger object in one request, and takes no larger one in a single put. */
    long MAX_COPY_BYTES = 5L << 30;

    /** A larger object is not read into memory. */
    int MAX_READ_BYTES = 64 << 20;

    /**
     * Stores an object, replacing what is there. The MD5 of the body travels with it as Content-MD5 (RFC 1864), so that
     * the server refuses a body that was changed on its way ({@link StoreException.Kind#BODY_DAMAGED}, nothing stored);
     * so does the SHA-256, which servers that know it keep with the object.
     *
     * @param headers stored with the object
     */
    default PutResult put(ObjectKey key, Body body, ObjectHeaders headers) {
        return put(key, body, headers, Precondition.NONE);
    }

    /**
     * Stores an object, as {@link #put(ObjectKey, Body, ObjectHeaders)} does, if a condition holds. Else nothing is
     * stored: {@link StoreException.Kind#PRECONDITION_FAILED} if it does not hold, which may also come because an
     * answer was lost and this very put has been carried out before; {@link StoreException.Kind#CONFLICT} if another
     * write is under way. Neither is repeated here.
     */
    PutResult put(ObjectKey key, Body body, ObjectHeaders headers, Precondition precondition);

    /**
     * Begins an object that is sent in parts, replacing what is there when it is completed. For each of them
     * {@link MultipartUpload#complete} or {@link MultipartUpload#abort} has to be called.
     *
     * @param headers stored with the object
     */
    MultipartUpload startMultipart(ObjectKey key, ObjectHeaders headers);

    /**
     * Copies an object of at most {@link #MAX_COPY_BYTES} within the store, without its bytes passing by here. Refused
     * if the source no longer has this ETag, or has gone ({@link StoreException.Kind#PRECONDITION_FAILED}).
     *
     * @param headers stored with the copy, but for the tags, which not every server gives to a copy (Ceph RGW does not)
     */
    PutResult copy(ObjectKey from, ETag etag, ObjectKey to, ObjectHeaders headers);

    /**
     * A small object, or empty if there is none. Its bytes are compared with what the server says of them, and read
     * again if they differ ({@link StoreException.Kind#READ_DAMAGED} if they do so each time). One of more than
     * {@link #MAX_READ_BYTES} is not read ({@link StoreException.Kind#READ_TOO_LARGE}). Its first use shows whether
     * bucket and credentials will do, since unlike a HEAD its refusal says why.
     */
    Optional<ReadObject> read(ObjectKey key);

    /** The digests of an object as it is stored, taken by reading it back; empty if there is none. */
    Optional<Digests> downloadDigests(ObjectKey key);

    /** The SHA-256 that the store keeps with an object, if it keeps one. */
    Optional<Sha256> storedSha256(ObjectKey key);

    /** What a listing would tell of one object, for those who may read and not list; empty if there is none. */
    Optional<ListedObject> head(ObjectKey key);

    /**
     * A page of the objects below a prefix.
     *
     * @param after the page begins after this key, which need not exist; empty: with the first
     */
    Listing list(KeyPrefix prefix, Optional<String> after);

    /**
     * Deletes objects; that one does not exist is as good.
     *
     * @return those that the store has not deleted, with its reason
     */
    Map<ObjectKey, String> delete(List<ObjectKey> keys);

    /** The uploads in parts below a prefix that are neither completed nor aborted, at most a thousand. */
    List<IncompleteUpload> incompleteUploads(KeyPrefix prefix);

    /** Gives up such an upload; that it is gone is as good. */
    void abort(IncompleteUpload upload);

    /** Where a set stands, as a person would write it: {@code s3://bucket/prefix/}. */
    String address(KeyPrefix prefix);

    /** Where an object stands: {@code s3://bucket/key}. */
    String address(ObjectKey key);

    @Override
    void close();
}
