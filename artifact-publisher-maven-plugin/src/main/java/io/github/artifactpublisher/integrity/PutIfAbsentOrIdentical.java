package io.github.artifactpublisher.integrity;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.integrity.VerifiedPut.Verified;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.PutResult;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.UploadedPart;
import java.util.List;
import java.util.function.Function;

/**
 * Uploads an object if none exists, or if the existing one has the same bytes. Identical bytes are uploaded again
 * because their headers may differ. A store without conditional writes overwrites any object. Thread-safe.
 */
public final class PutIfAbsentOrIdentical {
    private final VerifiedPut put;

    /** Creates the operation; {@code put} uploads and verifies. */
    public PutIfAbsentOrIdentical(VerifiedPut put) {
        this.put = put;
    }

    /** Whether a failure means that an object with other bytes exists, or is being written. */
    public static boolean isOccupied(StoreException e) {
        return e.isPreconditionFailed() || e.isConflict();
    }

    /**
     * Uploads a body in one piece.
     *
     * @param name the file, as the user knows it
     * @throws StoreException with {@link #isOccupied} if an object with other bytes exists
     * @throws IntegrityException if the stored object differs from the body twice
     */
    public Verified put(String name, ObjectKey key, Body body, ObjectHeaders headers) {
        ETag own = new ETag(body.digests().md5().hex());
        return absentOrIdentical(own, condition -> put.put(name, key, body, headers, condition));
    }

    /**
     * Completes a multipart upload. The object is not verified yet.
     *
     * @throws StoreException with {@link #isOccupied} if an object with other bytes exists
     */
    public static PutResult complete(MultipartUpload upload, List<UploadedPart> parts, SentBytes sent) {
        ETag own = ETag.ofParts(sent.parts().stream().map(Digests::md5).toList());
        return absentOrIdentical(own, condition -> upload.complete(parts, condition));
    }

    private static <T> T absentOrIdentical(ETag own, Function<Precondition, T> request) {
        try {
            return request.apply(Precondition.ABSENT);
        } catch (StoreException e) {
            if (e.isRefusal()) {
                return request.apply(Precondition.NONE);
            }
            if (!isOccupied(e)) {
                throw e;
            }
            return identical(own, request, e);
        }
    }

    /** A bucket policy may allow If-None-Match only. */
    private static <T> T identical(ETag own, Function<Precondition, T> request, StoreException occupied) {
        try {
            return request.apply(Precondition.matches(own));
        } catch (StoreException e) {
            throw e.isRefusal() ? occupied : e;
        }
    }
}
