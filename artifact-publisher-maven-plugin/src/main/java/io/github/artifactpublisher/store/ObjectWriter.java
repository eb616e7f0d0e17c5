package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.ObjectKey;

/** Creates and overwrites objects. Thread-safe; {@link ObjectStore} says how requests are retried and fail. */
public interface ObjectWriter extends ObjectLocator {
    /** The maximum size of an object in S3 that one PutObject or CopyObject request can create. */
    long MAX_SINGLE_REQUEST_BYTES = 5L << 30;

    /**
     * Uploads an object, and overwrites an existing one. The MD5 of the body is sent as Content-MD5 (RFC 1864), so that
     * the server refuses a body that was damaged on its way ({@link StoreException.Kind#BODY_DAMAGED}, nothing is
     * stored). The SHA-256 is sent as well; servers that support it keep it with the object.
     */
    default PutResult put(ObjectKey key, Body body, ObjectHeaders headers) {
        return put(key, body, headers, Precondition.NONE);
    }

    /**
     * Uploads an object as {@link #put(ObjectKey, Body, ObjectHeaders)} does if a precondition holds. Otherwise nothing
     * is stored: {@link StoreException.Kind#PRECONDITION_FAILED} if it does not hold, also if a response was lost and
     * this request has been carried out before; {@link StoreException.Kind#CONFLICT} if another write is in progress.
     * Neither is retried.
     */
    PutResult put(ObjectKey key, Body body, ObjectHeaders headers, Precondition precondition);

    /**
     * Starts a multipart upload, which overwrites an existing object when it is completed. Call
     * {@link MultipartUpload#complete} or {@link MultipartUpload#abort} for each.
     */
    MultipartUpload startMultipart(ObjectKey key, ObjectHeaders headers);

    /**
     * Copies an object of at most {@link #MAX_SINGLE_REQUEST_BYTES} within the store. Fails with
     * {@link StoreException.Kind#PRECONDITION_FAILED} if the source does not exist or has another ETag.
     *
     * @param headers the headers of the copy; its tags are not set, because not every server supports that (Ceph RGW)
     */
    PutResult copy(ObjectKey from, ETag etag, ObjectKey to, ObjectHeaders headers);
}
