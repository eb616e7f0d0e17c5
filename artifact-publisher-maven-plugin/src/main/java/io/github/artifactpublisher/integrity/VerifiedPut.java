package io.github.artifactpublisher.integrity;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.integrity.IntegrityException.Mismatch;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.PutResult;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.UploadedPart;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Uploads bodies, verifies the stored objects, and uploads once more if they differ. Thread-safe. */
public final class VerifiedPut {
    /** Another build may have overwritten or deleted the source of the copy, which is no reason to fail. */
    private static final Set<Kind> NO_COPY =
            Set.of(Kind.ACCESS_DENIED, Kind.UNSUPPORTED, Kind.TOO_LARGE, Kind.PRECONDITION_FAILED);

    private final ObjectStore store;
    private final Verification verification;
    private final MismatchListener listener;

    /** Creates an uploader; the listener gets an event for each object that differs. */
    public VerifiedPut(ObjectStore store, MismatchListener listener) {
        this.store = store;
        this.verification = new Verification(store);
        this.listener = listener;
    }

    /**
     * An upload that was verified.
     *
     * @param result the answer of the store
     * @param method how the object was verified
     */
    public record Verified(PutResult result, VerificationMethod method) {}

    /**
     * Uploads a body.
     *
     * @param name the file, as the user knows it, for the message
     * @throws IntegrityException if the stored object differs from the body twice
     * @throws StoreException if the store refuses for another reason than a damaged body
     */
    public Verified put(String name, ObjectKey key, Body body, ObjectHeaders headers) {
        return twice(name, key, () -> {
            PutResult result = detectDamage("", body, () -> store.put(key, body, headers));
            return verify(key, SentBytes.inOnePiece(body.digests()), result);
        });
    }

    /**
     * Uploads a body if the precondition holds. If the stored object differs, the second upload overwrites only that
     * object, and not one that another build has written since.
     *
     * @param name the file, as the user knows it, for the message
     * @throws StoreException if the precondition fails, or the store refuses for another reason
     * @throws IntegrityException if the stored object differs from the body and the second upload does not help
     */
    public Verified put(String name, ObjectKey key, Body body, ObjectHeaders headers, Precondition condition) {
        MismatchException first;
        try {
            return putOnce(key, body, headers, condition);
        } catch (MismatchException e) {
            first = e;
            listener.uploadedAgain(key, e.mismatch());
        }
        try {
            return putOnce(key, body, headers, first.next(condition));
        } catch (MismatchException second) {
            throw new IntegrityException(name, store.address(key), second.mismatch(), second);
        } catch (StoreException e) {
            if (e.isPreconditionFailed() && first.isStored()) {
                throw new IntegrityException(name, store.address(key), first.mismatch(), e);
            }
            throw e;
        }
    }

    private Verified putOnce(ObjectKey key, Body body, ObjectHeaders headers, Precondition condition) {
        PutResult result = detectDamage("", body, () -> store.put(key, body, headers, condition));
        try {
            return verify(key, SentBytes.inOnePiece(body.digests()), result);
        } catch (MismatchException e) {
            throw new MismatchException(e.mismatch(), result.etag(), e);
        }
    }

    /**
     * Uploads a part of a multipart upload.
     *
     * @param number of the part, from 1
     * @throws IntegrityException if the stored part differs from the body twice
     * @throws StoreException if the store refuses for another reason than a damaged body
     */
    public UploadedPart putPart(String name, ObjectKey key, MultipartUpload upload, int number, Body body) {
        return twice(name, key, () -> {
            UploadedPart part = detectDamage("part " + number + ": ", body, () -> upload.put(number, body));
            verification.verify(part);
            return part;
        });
    }

    /**
     * Copies a verified object within the store, and verifies the copy. Empty if that is not possible (the credentials
     * may not read, the server cannot copy, or the copy differs): then the caller uploads the bytes again.
     *
     * @param from an object with the same bytes
     * @param etag the ETag that it must have
     */
    public Optional<Verified> copy(ObjectKey from, ETag etag, ObjectKey key, SentBytes sent, ObjectHeaders headers) {
        if (sent.whole().size() > ObjectStore.MAX_SINGLE_REQUEST_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(verify(key, sent, store.copy(from, etag, key, headers)));
        } catch (MismatchException e) {
            listener.copyDiffers(key, e.mismatch());
        } catch (StoreException e) {
            if (!NO_COPY.contains(e.kind())) {
                throw e;
            }
        }
        return Optional.empty();
    }

    /**
     * Runs an upload that ends in {@link #verify}, and runs it once more if the stored object differs.
     *
     * @throws IntegrityException if the stored object differs twice
     */
    public <T> T twice(String name, ObjectKey key, Supplier<T> upload) {
        try {
            return upload.get();
        } catch (MismatchException first) {
            listener.uploadedAgain(key, first.mismatch());
        }
        try {
            return upload.get();
        } catch (MismatchException second) {
            throw new IntegrityException(name, store.address(key), second.mismatch(), second);
        }
    }

    /** Verifies an object that the caller has uploaded within {@link #twice}. */
    public Verified verify(ObjectKey key, SentBytes sent, PutResult result) {
        PutResult known = verification.withEtag(key, sent, result);
        return new Verified(known, verification.verify(key, sent, result));
    }

    private static <T> T detectDamage(String part, Body body, Supplier<T> request) {
        try {
            return request.get();
        } catch (StoreException e) {
            if (e.kind() != Kind.BODY_DAMAGED) {
                throw e;
            }
            String answer = e.facts().code().orElse("a refusal");
            Mismatch mismatch = new Mismatch(
                    part + "the server's check of the body (Content-MD5)",
                    body.digests().md5().base64(),
                    answer);
            throw new MismatchException(mismatch, Optional.empty(), e);
        }
    }
}
