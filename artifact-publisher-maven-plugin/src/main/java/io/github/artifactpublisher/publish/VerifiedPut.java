package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.IntegrityException.Mismatch;
import io.github.artifactpublisher.store.Body;
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
    Verified put(String name, ObjectKey key, Body body, String contentType) {
        try {
            return attempt(key, body, contentType);
        } catch (MismatchException first) {
            listener.sentAgain(key, first.mismatch);
        }
        try {
            return attempt(key, body, contentType);
        } catch (MismatchException second) {
            throw new IntegrityException(name, store.address(key), second.mismatch);
        }
    }

    private Verified attempt(ObjectKey key, Body body, String contentType) {
        Receipt receipt = put(key, body, contentType);
        return new Verified(receipt, verification.verify(key, body.digests(), receipt));
    }

    private Receipt put(ObjectKey key, Body body, String contentType) {
        try {
            return store.put(key, body, contentType);
        } catch (StoreException e) {
            if (e.kind() != Kind.BODY_DAMAGED) {
                throw e;
            }
            String answer = e.facts().code().orElse("a refusal");
            throw new MismatchException(
                    new Mismatch("Content-MD5", body.digests().md5().base64(), answer));
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
