package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.IntegrityException.Mismatch;
import io.github.artifactpublisher.publish.VerifiedPut.MismatchException;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.Receipt;
import io.github.artifactpublisher.store.StoreException;
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
    Rung verify(ObjectKey key, Digests sent, Receipt receipt) {
        if (receipt.etagIsMd5()) {
            ETag etag = receipt.etag().orElseThrow();
            return rung(Rung.ETAG, etag.matches(sent.md5()), "ETag", sent.md5().hex(), etag.value());
        }
        Optional<Sha256> kept = receipt.sha256().or(() -> storedSha256(key));
        if (kept.isPresent()) {
            Sha256 sha256 = kept.get();
            return rung(
                    Rung.SHA256,
                    sha256.equals(sent.sha256()),
                    "SHA-256",
                    sent.sha256().hex(),
                    sha256.hex());
        }
        String back = store.readBack(key).map(digests -> digests.sha256().hex()).orElse("no object");
        String expected = sent.sha256().hex();
        return rung(Rung.READ_BACK, back.equals(expected), "SHA-256 of the bytes read back", expected, back);
    }

    private static Rung rung(Rung rung, boolean right, String measure, String expected, String received) {
        if (right) {
            return rung;
        }
        throw new MismatchException(new Mismatch(measure, expected, received));
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
