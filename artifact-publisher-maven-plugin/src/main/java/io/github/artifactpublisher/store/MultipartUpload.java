package io.github.artifactpublisher.store;

import java.util.List;

/**
 * An object on its way in parts (S3 "Multipart upload"): nothing stands under its key before {@link #complete}, and
 * what was sent stays, and may be billed, until it is completed or aborted. Thread-safe: parts may be put by several
 * threads at once and in any order.
 *
 * <p>Every method throws a {@link StoreException} as those of {@link ObjectStore} do.
 */
public interface MultipartUpload {
    /** S3 takes no more parts of one object. */
    int MOST_PARTS = 10_000;

    /** S3 takes no smaller part, but for the last of an object. */
    long LEAST_PART_BYTES = 5L << 20;

    /**
     * Sends a part, replacing one of the same number. The MD5 of its bytes travels with it as Content-MD5 (RFC 1864),
     * so that the server refuses a part that was changed on its way ({@link StoreException.Kind#BODY_DAMAGED}, nothing
     * kept).
     *
     * @param number 1 to {@link #MOST_PARTS}
     */
    UploadedPart put(int number, Body part);

    /**
     * Makes the object of its parts. If the answer is lost and the object is found to stand, that is as good.
     *
     * @param parts all of them, by their numbers
     */
    default Receipt complete(List<UploadedPart> parts) {
        return complete(parts, Precondition.NONE);
    }

    /**
     * Makes the object of its parts if a condition holds under its key; fails as {@link ObjectStore#put(
     * io.github.artifactpublisher.layout.ObjectKey, Body, ObjectHeaders, Precondition)} does if not, and may then be
     * asked once more on another condition.
     */
    Receipt complete(List<UploadedPart> parts, Precondition precondition);

    /**
     * Gives the parts up. No part may be under way any more. Works on an interrupted thread, too, and leaves it
     * interrupted.
     */
    void abort();
}
