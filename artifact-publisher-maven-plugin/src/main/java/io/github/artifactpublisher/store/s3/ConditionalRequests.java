package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Sends requests on conditions in the form that the server understands, and remembers it. RFC 9110 quotes an ETag; some
 * servers compare it with its quotes and answer 412 although the condition holds. So a 412 is believed only if a HEAD
 * at the object agrees; else the ETag is sent without quotes, and if that is refused as well, the server is taken for
 * one without conditional writes. Thread-safe.
 */
final class ConditionalRequests {
    private static final Set<Kind> NOT_UNDERSTOOD = Set.of(Kind.PRECONDITION_FAILED, Kind.UNSUPPORTED, Kind.REFUSED);

    private final Function<ObjectKey, Optional<ListedObject>> head;
    private volatile boolean bare;
    private volatile StoreException matchingRefused;
    private volatile StoreException absentRefused;

    /**
     * For the requests of one kind.
     *
     * @param head sends a HEAD request
     */
    ConditionalRequests(Function<ObjectKey, Optional<ListedObject>> head) {
        this.head = head;
    }

    /**
     * Sends a request.
     *
     * @param key the object that the condition is of
     * @throws StoreException also {@link Kind#UNSUPPORTED} if the server refuses although the condition holds
     */
    <T> T send(ObjectKey key, Precondition precondition, Function<ConditionHeaders, T> request) {
        if (precondition instanceof Precondition.Matches matches) {
            return matching(key, matches.etag(), request);
        }
        return precondition instanceof Precondition.Absent
                ? absent(key, request)
                : request.apply(ConditionHeaders.NONE);
    }

    private <T> T matching(ObjectKey key, ETag etag, Function<ConditionHeaders, T> request) {
        requireUnderstood(matchingRefused);
        boolean asBare = bare;
        try {
            return request.apply(header(etag, asBare));
        } catch (StoreException e) {
            if (!e.isPreconditionFailed() || !matches(key, etag)) {
                throw e;
            }
        }
        return otherForm(key, etag, !asBare, request);
    }

    private <T> T otherForm(ObjectKey key, ETag etag, boolean asBare, Function<ConditionHeaders, T> request) {
        try {
            T answer = request.apply(header(etag, asBare));
            bare = asBare;
            return answer;
        } catch (StoreException e) {
            if (!NOT_UNDERSTOOD.contains(e.kind()) || !matches(key, etag)) {
                throw e;
            }
            matchingRefused = e;
            throw notUnderstood(e);
        }
    }

    /** Asked twice, since what was there may have been deleted just then. */
    private <T> T absent(ObjectKey key, Function<ConditionHeaders, T> request) {
        requireUnderstood(absentRefused);
        try {
            return request.apply(ConditionHeaders.ABSENT);
        } catch (StoreException e) {
            throwUnlessAbsent(key, e);
        }
        try {
            return request.apply(ConditionHeaders.ABSENT);
        } catch (StoreException e) {
            throwUnlessAbsent(key, e);
            absentRefused = e;
            throw notUnderstood(e);
        }
    }

    /** Throws the refusal unless nothing is there. */
    private void throwUnlessAbsent(ObjectKey key, StoreException refusal) {
        if (!refusal.isPreconditionFailed() || !isAbsent(key)) {
            throw refusal;
        }
    }

    private boolean matches(ObjectKey key, ETag etag) {
        try {
            return head.apply(key)
                    .flatMap(ListedObject::etag)
                    .filter(etag::matches)
                    .isPresent();
        } catch (StoreException e) {
            return false;
        }
    }

    private boolean isAbsent(ObjectKey key) {
        try {
            return head.apply(key).isEmpty();
        } catch (StoreException e) {
            return false;
        }
    }

    private static ConditionHeaders header(ETag etag, boolean bare) {
        return ConditionHeaders.matching(bare ? etag.value() : "\"" + etag.value() + "\"");
    }

    private static void requireUnderstood(StoreException earlier) {
        if (earlier != null) {
            throw notUnderstood(earlier);
        }
    }

    private static StoreException notUnderstood(StoreException e) {
        return new StoreException(Kind.UNSUPPORTED, e.facts(), e);
    }
}
