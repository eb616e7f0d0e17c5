package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.digest.Sha256OfParts;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.IntegrityException.Mismatch;
import io.github.artifactpublisher.publish.VerifiedPut.MismatchException;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.Receipt;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.UploadedPart;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Verifies what the store has: by the ETag if that is the MD5 of what was sent, else by the SHA-256 that the store
 * keeps, else by reading the object back. An ETag that is another one proves nothing, for S3 documents that it may not
 * be an MD5 at all; it only ends the build where nothing else can be known. "Not comparable" is never "right".
 * Thread-safe.
 */
final class Verification {
    /** Credentials that may only write, and servers that do not answer the question. */
    private static final Set<Kind> NO_EVIDENCE = Set.of(Kind.ACCESS_DENIED, Kind.UNSUPPORTED, Kind.REFUSED);

    private final ObjectStore store;

    Verification(ObjectStore store) {
        this.store = store;
    }

    /**
     * The rung on which the object was found right.
     *
     * @throws MismatchException if it was found wrong, or the ETag is wrong and nothing else is known
     */
    Rung verify(ObjectKey key, SentBytes sent, Receipt receipt) {
        return byEtag(sent, receipt)
                .or(() -> byPartsSha256(sent, receipt))
                .or(() -> bySha256(key, sent.whole(), receipt))
                .orElseGet(() -> byReadingBack(key, sent, receipt));
    }

    /**
     * The receipt with the ETag by which the object is known. If the answer to a put has none or another one than the
     * MD5, that may be true of this answer only: what the store says of the object is what listings will show.
     */
    Receipt withEtag(ObjectKey key, SentBytes sent, Receipt receipt) {
        boolean right = byEtag(sent, receipt).isPresent();
        return right || !receipt.etagOfMd5()
                ? receipt
                : asked(() -> store.look(key))
                        .flatMap(ListedObject::etag)
                        .map(receipt::withEtag)
                        .orElse(receipt);
    }

    /**
     * Compares the SHA-256 that the store answered for a part, if it did. A wrong ETag shows later: then that of the
     * object is not made of the right MD5s, and the object is verified in another way.
     *
     * @throws MismatchException if it is wrong
     */
    void verify(UploadedPart part) {
        part.receipt()
                .sha256()
                .ifPresent(sha256 -> require(
                        sha256.equals(part.sent().sha256()),
                        "part " + part.number() + ": SHA-256",
                        part.sent().sha256(),
                        sha256));
    }

    private static Optional<Rung> byEtag(SentBytes sent, Receipt receipt) {
        if (receipt.etagIsMd5() && isEtag(receipt, expected(sent, false))) {
            return Optional.of(Rung.ETAG);
        }
        boolean comparable =
                sent.inParts() && receipt.etagIsOfParts(sent.parts().size());
        return comparable && isEtag(receipt, expected(sent, true)) ? Optional.of(Rung.ETAG_OF_PARTS) : Optional.empty();
    }

    private static boolean isEtag(Receipt receipt, ETag expected) {
        return receipt.etag().filter(expected::matches).isPresent();
    }

    private static ETag expected(SentBytes sent, boolean ofParts) {
        return ofParts
                ? ETag.ofParts(sent.parts().stream().map(Digests::md5).toList())
                : new ETag(sent.whole().md5().hex());
    }

    /** What is left to say where an ETag has the form of one that can be compared. */
    private static Optional<Mismatch> wrongEtag(SentBytes sent, Receipt receipt) {
        boolean comparable = receipt.etagIsMd5()
                || (sent.inParts() && receipt.etagIsOfParts(sent.parts().size()));
        return receipt.etag().filter(etag -> comparable).map(etag -> {
            String expected = expected(sent, sent.inParts()).value();
            return new Mismatch("ETag", expected, etag.value());
        });
    }

    private static Optional<Rung> byPartsSha256(SentBytes sent, Receipt receipt) {
        Optional<Sha256OfParts> kept = receipt.sha256OfParts()
                .filter(sha256 -> sha256.parts() == sent.parts().size());
        return kept.flatMap(sha256 -> {
            Sha256OfParts expected =
                    Sha256OfParts.of(sent.parts().stream().map(Digests::sha256).toList());
            return rung(Rung.SHA256_OF_PARTS, sha256.equals(expected), "SHA-256 of the parts", expected, sha256);
        });
    }

    private Optional<Rung> bySha256(ObjectKey key, Digests sent, Receipt receipt) {
        Optional<Sha256> kept = receipt.sha256().or(() -> storedSha256(key));
        return kept.flatMap(
                sha256 -> rung(Rung.SHA256, sha256.equals(sent.sha256()), "SHA-256", sent.sha256(), sha256));
    }

    private Rung byReadingBack(ObjectKey key, SentBytes sent, Receipt receipt) {
        String back = readBack(key, wrongEtag(sent, receipt))
                .map(digests -> digests.sha256().hex())
                .orElse("no object");
        String expected = sent.whole().sha256().hex();
        require(back.equals(expected), "SHA-256 of the bytes read back", expected, back);
        return Rung.READ_BACK;
    }

    private Optional<Digests> readBack(ObjectKey key, Optional<Mismatch> wrongEtag) {
        try {
            return store.readBack(key);
        } catch (StoreException e) {
            if (wrongEtag.isPresent() && isNoEvidence(e)) {
                throw new MismatchException(wrongEtag.get());
            }
            throw e;
        }
    }

    private static boolean isNoEvidence(StoreException e) {
        return NO_EVIDENCE.contains(e.kind());
    }

    private static Optional<Rung> rung(Rung rung, boolean right, String measure, Object expected, Object received) {
        require(right, measure, expected, received);
        return Optional.of(rung);
    }

    private static void require(boolean right, String measure, Object expected, Object received) {
        if (!right) {
            throw new MismatchException(new Mismatch(measure, expected.toString(), received.toString()));
        }
    }

    private Optional<Sha256> storedSha256(ObjectKey key) {
        return asked(() -> store.storedSha256(key));
    }

    /** If the question is refused, reading back will say so. */
    private static <T> Optional<T> asked(Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (StoreException e) {
            if (isNoEvidence(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
