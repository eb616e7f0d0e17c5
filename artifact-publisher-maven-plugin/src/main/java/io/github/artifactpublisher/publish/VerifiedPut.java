package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.IntegrityException.Mismatch;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.Receipt;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;

/** Puts a body, verifies what stands, and sends it again once if it is not what was sent. Thread-safe. */
final class VerifiedPut {
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
        try {
            return attempt(key, body, headers);
        } catch (MismatchException first) {
            listener.sentAgain(key, first.mismatch);
        }
        try {
            return attempt(key, body, headers);
        } catch (MismatchException second) {
            throw new IntegrityException(name, store.address(key), second.mismatch);
        }
    }

    /**
     * Copies what was put and verified before, and verifies the copy. Credentials that may not read, and servers that
     * cannot copy, get the bytes again.
     *
     * @param from where the same body stands, with this ETag
     */
    Verified copyOrPut(String name, ObjectKey from, ETag etag, ObjectKey key, Body body, ObjectHeaders headers) {
        try {
            Receipt receipt = store.copy(from, etag, key, headers);
            return new Verified(receipt, verification.verify(key, body.digests(), receipt));
        } catch (MismatchException e) {
            listener.sentAgain(key, e.mismatch);
        } catch (StoreException e) {
            if (e.kind() != Kind.ACCESS_DENIED && e.kind() != Kind.UNSUPPORTED) {
                throw e;
            }
        }
        return put(name, key, body, headers);
    }

    private Verified attempt(ObjectKey key, Body body, ObjectHeaders headers) {
        Receipt receipt = put(key, body, headers);
        return new Verified(receipt, verification.verify(key, body.digests(), receipt));
    }

    private Receipt put(ObjectKey key, Body body, ObjectHeaders headers) {
        try {
            return store.put(key, body, headers);
        } catch (StoreException e) {
            if (e.kind() != Kind.BODY_DAMAGED) {
                throw e;
            }
            String answer = e.facts().code().orElse("a refusal");
            throw new MismatchException(new Mismatch(
                    "the server's check of the body (Content-MD5)",
                    body.digests().md5().base64(),
                    answer));
        }
    }

    /** Does not leave this package: it becomes a second attempt or an {@link IntegrityException}. */
    static final class MismatchException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Mismatch mismatch;

        MismatchException(Mismatch mismatch) {
            super(mismatch.toString());
            this.mismatch = mismatch;
        }
    }
}
