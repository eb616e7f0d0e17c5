package io.github.artifactpublisher.integrity;

import io.github.artifactpublisher.digest.CompositeSha256;
import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.integrity.IntegrityException.Mismatch;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.ObjectReader;
import io.github.artifactpublisher.store.PutResult;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.UploadedPart;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Compares a stored object with the sent bytes: by its ETag, else by the SHA-256 that the store returns, else by
 * downloading it. S3 documents that an ETag need not be an MD5, so a different ETag alone does not prove damage; it
 * fails the upload only if no other comparison is possible. "Not comparable" never counts as equal. Thread-safe.
 */
final class Verification {
    private final ObjectReader store;

    Verification(ObjectReader store) {
        this.store = store;
    }

    /**
     * Compares an object with the sent bytes.
     *
     * @return the first method that shows that they are equal
     * @throws MismatchException if they differ, or the ETag differs and no other comparison is possible
     */
    VerificationMethod verify(ObjectKey key, SentBytes sent, PutResult result) {
        return byEtag(sent, result)
                .or(() -> byPartsSha256(sent, result))
                .or(() -> bySha256(key, sent.whole(), result))
                .orElseGet(() -> byDownload(key, sent, result));
    }

    /**
     * Returns the result with the ETag that listings will show. The answer to a PUT may have no ETag or another one, so
     * if it is not the MD5, a HEAD request gets the ETag of the object.
     */
    PutResult withEtag(ObjectKey key, SentBytes sent, PutResult result) {
        boolean equal = byEtag(sent, result).isPresent();
        return equal || !result.etagFromMd5()
                ? result
                : ask(() -> store.head(key))
                        .flatMap(ListedObject::etag)
                        .map(result::withEtag)
                        .orElse(result);
    }

    /**
     * Compares the SHA-256 of a part, if the store returned one. The ETag of a part is not compared here: if it is
     * wrong, the ETag of the object is wrong as well, and the object is verified in another way.
     *
     * @throws MismatchException if the SHA-256 differs
     */
    void verify(UploadedPart part) {
        part.result()
                .sha256()
                .ifPresent(sha256 -> require(
                        sha256.equals(part.sent().sha256()),
                        "part " + part.number() + ": SHA-256",
                        part.sent().sha256(),
                        sha256));
    }

    private static Optional<VerificationMethod> byEtag(SentBytes sent, PutResult result) {
        if (result.etagIsMd5() && isEtag(result, expected(sent, false))) {
            return Optional.of(VerificationMethod.ETAG);
        }
        boolean comparable =
                sent.inParts() && result.etagIsMultipart(sent.parts().size());
        return comparable && isEtag(result, expected(sent, true))
                ? Optional.of(VerificationMethod.ETAG_OF_PARTS)
                : Optional.empty();
    }

    private static boolean isEtag(PutResult result, ETag expected) {
        return result.etag().filter(expected::matches).isPresent();
    }

    private static ETag expected(SentBytes sent, boolean ofParts) {
        return ofParts
                ? ETag.ofParts(sent.parts().stream().map(Digests::md5).toList())
                : new ETag(sent.whole().md5().hex());
    }

    /** The difference of the ETags, if they can be compared. */
    private static Optional<Mismatch> wrongEtag(SentBytes sent, PutResult result) {
        boolean comparable = result.etagIsMd5()
                || (sent.inParts() && result.etagIsMultipart(sent.parts().size()));
        return result.etag().filter(etag -> comparable).map(etag -> {
            String expected = expected(sent, sent.inParts()).value();
            return new Mismatch("ETag", expected, etag.value());
        });
    }

    private static Optional<VerificationMethod> byPartsSha256(SentBytes sent, PutResult result) {
        Optional<CompositeSha256> stored = result.compositeSha256()
                .filter(sha256 -> sha256.parts() == sent.parts().size());
        return stored.flatMap(sha256 -> {
            CompositeSha256 expected = CompositeSha256.of(
                    sent.parts().stream().map(Digests::sha256).toList());
            return result(
                    VerificationMethod.COMPOSITE_SHA256,
                    sha256.equals(expected),
                    "SHA-256 of the parts",
                    expected,
                    sha256);
        });
    }

    private Optional<VerificationMethod> bySha256(ObjectKey key, Digests sent, PutResult result) {
        Optional<Sha256> stored = result.sha256().or(() -> storedSha256(key));
        return stored.flatMap(sha256 ->
                result(VerificationMethod.SHA256, sha256.equals(sent.sha256()), "SHA-256", sent.sha256(), sha256));
    }

    private VerificationMethod byDownload(ObjectKey key, SentBytes sent, PutResult result) {
        String downloaded = download(key, wrongEtag(sent, result))
                .map(digests -> digests.sha256().hex())
                .orElse("no object");
        String expected = sent.whole().sha256().hex();
        require(downloaded.equals(expected), "SHA-256 of the bytes read back", expected, downloaded);
        return VerificationMethod.READ_BACK;
    }

    private Optional<Digests> download(ObjectKey key, Optional<Mismatch> wrongEtag) {
        try {
            return store.downloadDigests(key);
        } catch (StoreException e) {
            if (wrongEtag.isPresent() && e.isRefusal()) {
                throw new MismatchException(wrongEtag.get());
            }
            throw e;
        }
    }

    private static Optional<VerificationMethod> result(
            VerificationMethod method, boolean equal, String measure, Object expected, Object received) {
        require(equal, measure, expected, received);
        return Optional.of(method);
    }

    private static void require(boolean equal, String measure, Object expected, Object received) {
        if (!equal) {
            throw new MismatchException(new Mismatch(measure, expected.toString(), received.toString()));
        }
    }

    private Optional<Sha256> storedSha256(ObjectKey key) {
        return ask(() -> store.storedSha256(key));
    }

    /** If the request is refused, the download that follows fails with the reason. */
    private static <T> Optional<T> ask(Supplier<Optional<T>> request) {
        try {
            return request.get();
        } catch (StoreException e) {
            if (e.isRefusal()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
