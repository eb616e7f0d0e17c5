package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.VerifiedPut.Verified;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.Receipt;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.UploadedPart;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts objects where another build's manifest may name what stands: where nothing stands, and over the same bytes,
 * whose headers may have been others. A store that knows no conditions replaces what stands. Thread-safe.
 */
final class PutOnce {
    /** Answers of stores that know no conditions, or do not let these credentials ask for them. */
    static final Set<Kind> NO_CONDITIONS = Set.of(Kind.UNSUPPORTED, Kind.REFUSED, Kind.ACCESS_DENIED);

    private final VerifiedPut put;

    PutOnce(VerifiedPut put) {
        this.put = put;
    }

    /** Whether other bytes stand there, or are just being written. */
    static boolean isTaken(StoreException e) {
        return e.kind() == Kind.PRECONDITION_FAILED || e.kind() == Kind.CONFLICT;
    }

    /**
     * Puts a body.
     *
     * @throws StoreException one that {@link #isTaken} if other bytes stand there
     */
    Verified put(String name, ObjectKey key, Body body, ObjectHeaders headers) {
        ETag own = new ETag(body.digests().md5().hex());
        return onEither(own, condition -> put.put(name, key, body, headers, condition));
    }

    /** Completes an object of its parts; fails as {@link #put} does. */
    static Receipt complete(MultipartUpload upload, List<UploadedPart> parts, SentBytes sent) {
        ETag own = ETag.ofParts(sent.parts().stream().map(Digests::md5).toList());
        return onEither(own, condition -> upload.complete(parts, condition));
    }

    private static <T> T onEither(ETag own, Function<Precondition, T> request) {
        try {
            return request.apply(Precondition.ABSENT);
        } catch (StoreException e) {
            if (NO_CONDITIONS.contains(e.kind())) {
                return request.apply(Precondition.NONE);
            }
            if (!isTaken(e)) {
                throw e;
            }
            return overTheSame(own, request, e);
        }
    }

    /** A policy may allow no other condition than that nothing stands. */
    private static <T> T overTheSame(ETag own, Function<Precondition, T> request, StoreException taken) {
        try {
            return request.apply(Precondition.matches(own));
        } catch (StoreException e) {
            throw NO_CONDITIONS.contains(e.kind()) ? taken : e;
        }
    }
}
