package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.IntegrityException.Mismatch;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.Receipt;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.UploadedPart;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Puts bodies, verifies what stands, and sends again once what is not what was sent. Thread-safe. */
final class VerifiedPut {
    /** The source may have been replaced or deleted by another build in the meantime, which is no reason to fail. */
    private static final Set<Kind> NO_COPY =
            Set.of(Kind.ACCESS_DENIED, Kind.UNSUPPORTED, Kind.TOO_LARGE, Kind.PRECONDITION_FAILED);

    private final ObjectStore store;
    private final Verification verification;
    private final PublishListener listener;

    VerifiedPut(ObjectStore store, PublishListener listener) {
        this.store = store;
        this.verification = new Verification(store);
        this.listener = listener;
    }

    /**
     * The verified result of a put.
     *
     * @param receipt the store's
     * @param rung how it was verified
     */
    record Verified(Receipt receipt, Rung rung) {}

    /**
     * Puts a body.
     *
     * @param name what the user calls it, for the message
     * @throws IntegrityException if what stands is wrong the second time, too
     * @throws StoreException if the store refuses for another reason than a damaged body
     */
    Verified put(String name, ObjectKey key, Body body, ObjectHeaders headers) {
        return twice(name, key, () -> {
            Receipt receipt = refusingDamage("", body, () -> store.put(key, body, headers));
            return verified(key, SentBytes.inOnePiece(body.digests()), receipt);
        });
    }

    /**
     * Puts a body if a condition holds. Where what stands is found wrong, the second put is one on that: it replaces
     * nothing that another has put.
     *
     * @throws StoreException if the condition does not hold, or the store refuses for another reason
     * @throws IntegrityException if what stands is wrong the second time, too, or cannot be replaced
     */
    Verified put(String name, ObjectKey key, Body body, ObjectHeaders headers, Precondition condition) {
        MismatchException first;
        try {
            return once(key, body, headers, condition);
        } catch (MismatchException e) {
            first = e;
            listener.sentAgain(key, e.mismatch);
        }
        try {
            return once(key, body, headers, first.onWhatStands(condition));
        } catch (MismatchException second) {
            throw new IntegrityException(name, store.address(key), second.mismatch);
        } catch (StoreException e) {
            if (e.kind() == Kind.PRECONDITION_FAILED && first.standing != null) {
                throw new IntegrityException(name, store.address(key), first.mismatch);
            }
            throw e;
        }
    }

    private Verified once(ObjectKey key, Body body, ObjectHeaders headers, Precondition condition) {
        Receipt receipt = refusingDamage("", body, () -> store.put(key, body, headers, condition));
        try {
            return verified(key, SentBytes.inOnePiece(body.digests()), receipt);
        } catch (MismatchException e) {
            throw new MismatchException(e.mismatch, receipt.etag().orElse(null));
        }
    }

    /** Puts a part of an object; fails as {@link #put} does. */
    UploadedPart putPart(String name, ObjectKey key, MultipartUpload upload, int number, Body body) {
        return twice(name, key, () -> {
            UploadedPart part = refusingDamage("part " + number + ": ", body, () -> upload.put(number, body));
            verification.verify(part);
            return part;
        });
    }

    /**
     * Copies what was put and verified before, and verifies the copy. Empty where that cannot be had: credentials that
     * may not read, a server that cannot copy, a copy that is wrong. Then the bytes are to be sent again.
     *
     * @param from where the same bytes stand, with this ETag
     */
    Optional<Verified> copy(ObjectKey from, ETag etag, ObjectKey key, SentBytes sent, ObjectHeaders headers) {
        if (sent.whole().size() > ObjectStore.MOST_COPIED_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(verified(key, sent, store.copy(from, etag, key, headers)));
        } catch (MismatchException e) {
            listener.sentAgain(key, e.mismatch);
        } catch (StoreException e) {
            if (!NO_COPY.contains(e.kind())) {
                throw e;
            }
        }
        return Optional.empty();
    }

    /**
     * Does something that may find what was sent damaged, and then once more.
     *
     * @throws IntegrityException if it is damaged the second time, too
     */
    <T> T twice(String name, ObjectKey key, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (MismatchException first) {
            listener.sentAgain(key, first.mismatch);
        }
        try {
            return attempt.get();
        } catch (MismatchException second) {
            throw new IntegrityException(name, store.address(key), second.mismatch);
        }
    }

    /**
     * Verifies what the store has.
     *
     * @throws MismatchException if it is not what was sent
     */
    Verified verified(ObjectKey key, SentBytes sent, Receipt receipt) {
        Receipt standing = verification.withEtag(key, sent, receipt);
        return new Verified(standing, verification.verify(key, sent, receipt));
    }

    private static <T> T refusingDamage(String which, Body body, Supplier<T> request) {
        try {
            return request.get();
        } catch (StoreException e) {
            if (e.kind() != Kind.BODY_DAMAGED) {
                throw e;
            }
            String answer = e.facts().code().orElse("a refusal");
            throw new MismatchException(new Mismatch(
                    which + "the server's check of the body (Content-MD5)",
                    body.digests().md5().base64(),
                    answer));
        }
    }

    /** Does not leave this package: it becomes a second attempt or an {@link IntegrityException}. */
    static final class MismatchException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Mismatch mismatch;
        private final transient ETag standing;

        MismatchException(Mismatch mismatch) {
            this(mismatch, null);
        }

        private MismatchException(Mismatch mismatch, ETag standing) {
            super(mismatch.toString());
            this.mismatch = mismatch;
            this.standing = standing;
        }

        /** What has to hold for another put, if this is the outcome of one on a condition. */
        Precondition onWhatStands(Precondition condition) {
            boolean conditional = !(condition instanceof Precondition.None);
            return conditional && standing != null ? Precondition.matches(standing) : condition;
        }
    }
}
