package io.github.artifactpublisher.store;

import java.util.List;

/**
 * A multipart upload. The object exists only after {@link #complete}. Until the upload is completed or aborted, the
 * store keeps the parts and may bill them. Thread-safe: several threads may upload parts at once, in any order.
 *
 * <p>Every method throws a {@link StoreException} as those of {@link ObjectStore} do.
 */
public interface MultipartUpload {
    /** The maximum number of parts of an S3 object. */
    int MAX_PARTS = 10_000;

    /** The minimum size of a part in S3, except the last part of an object. */
    long MIN_PART_BYTES = 5L << 20;

    /**
     * Uploads a part; replaces a part with the same number. Its MD5 is sent as Content-MD5 (RFC 1864), so that the
     * server refuses a part that was damaged on its way ({@link StoreException.Kind#BODY_DAMAGED}, nothing is stored).
     *
     * @param number 1 to {@link #MAX_PARTS}
     */
    UploadedPart put(int number, Body part);

    /**
     * Creates the object from its parts if a precondition holds for its key. If not, it fails as
     * {@link ObjectWriter#put(io.github.artifactpublisher.layout.ObjectKey, Body, ObjectHeaders, Precondition)} does,
     * and may be called again with another precondition. If the response is lost and the object exists, this succeeds.
     *
     * @param parts all parts, in the order of their numbers
     */
    PutResult complete(List<UploadedPart> parts, Precondition precondition);

    /**
     * Aborts the upload and deletes its parts. No part may be on its way. Works on an interrupted thread, which stays
     * interrupted.
     */
    void abort();
}
