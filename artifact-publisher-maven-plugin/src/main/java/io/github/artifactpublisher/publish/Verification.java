package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.digest.Sha256OfParts;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.IntegrityException.Mismatch;
import io.github.artifactpublisher.publish.VerifiedPut.MismatchException;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.Receipt;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.UploadedPart;
import java.util.Optional;

/**
 * Climbs the ladder of integrity: the ETag if the response lets it be compared, else the SHA-256 that the store keeps,
 * else the object itself. "Not comparable" is never "right". Thread-safe.
 */
final class Verification {
    private final ObjectStore store;

    Verification(ObjectStore store) {
        this.store = store;
    }

    /**
     * The rung on which the object was found right.
     *
     * @throws MismatchException if it was found wrong
     */
    Rung verify(ObjectKey key, SentBytes sent, Receipt receipt) {
        return byEtag(sent, receipt)
                .or(() -> byPartsSha256(sent, receipt))
                .or(() -> bySha256(key, sent.whole(), receipt))
                .orElseGet(() -> byReadingBack(key, sent.whole()));
    }

    /**
     * Compares what the store answered for a part, as far as it can be compared; the object that it becomes is verified
     * by itself.
     *
     * @throws MismatchException if it is wrong
     */
    void verify(UploadedPart part) {
        String name = "part " + part.number() + ": ";
        Receipt receipt = part.receipt();
        if (receipt.etagIsMd5()) {
            ETag etag = receipt.etag().orElseThrow();
            require(etag.matches(part.sent().md5()), name + "ETag", part.sent().md5(), etag);
        }
        receipt.sha256()
                .ifPresent(sha256 -> require(
                        sha256.equals(part.sent().sha256()),
                        name + "SHA-256",
                        part.sent().sha256(),
                        sha256));
    }

    /**
     * After an upload in parts some servers answer an ETag that looks like an MD5 and is none, and a copy of it may
     * have either form: there only the right MD5 says something.
     */
    private static Optional<Rung> byEtag(SentBytes sent, Receipt receipt) {
        if (receipt.etagIsMd5()) {
            ETag etag = receipt.etag().orElseThrow();
            boolean right = etag.matches(sent.whole().md5());
            if (!right && sent.inParts()) {
                return Optional.empty();
            }
            return rung(Rung.ETAG, right, "ETag", sent.whole().md5(), etag);
        }
        if (sent.inParts() && receipt.etagIsOfParts(sent.parts().size())) {
            ETag etag = receipt.etag().orElseThrow();
            ETag expected = ETag.ofParts(sent.parts().stream().map(Digests::md5).toList());
            return rung(Rung.ETAG_OF_PARTS, etag.matches(expected), "ETag", expected, etag);
        }
        return Optional.empty();
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

    private Rung byReadingBack(ObjectKey key, Digests sent) {
        String back = store.readBack(key).map(digests -> digests.sha256().hex()).orElse("no object");
        String expected = sent.sha256().hex();
        require(back.equals(expected), "SHA-256 of the bytes read back", expected, back);
        return Rung.READ_BACK;
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

    /** Credentials that may only write are refused the question; reading back will then say so. */
    private Optional<Sha256> storedSha256(ObjectKey key) {
        try {
            return store.storedSha256(key);
        } catch (StoreException e) {
            if (e.kind() == StoreException.Kind.ACCESS_DENIED || e.kind() == StoreException.Kind.UNSUPPORTED) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
