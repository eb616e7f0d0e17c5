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
 * Sends conditional requests in the form that the server supports. ETags are quoted (RFC 9110), but some servers
 * compare the quotes as well and answer 412 although the condition holds. So each 412 is checked with a HEAD request.
 * If the condition holds, the ETag is sent without quotes; if the server refuses that as well, it counts as a server
 * without conditional requests. Thread-safe.
 */
final class ConditionalRequests {
    private static final Set<Kind> NOT_UNDERSTOOD = Set.of(Kind.PRECONDITION_FAILED, Kind.UNSUPPORTED, Kind.REFUSED);

    private final Function<ObjectKey, Optional<ListedObject>> head;
    private volatile boolean unquoted;
    private volatile StoreException matchingRefused;
    private volatile StoreException absentRefused;

    /**
     * Creates the state for requests of one kind.
     *
     * @param head sends a HEAD request
     */
    ConditionalRequests(Function<ObjectKey, Optional<ListedObject>> head) {
        this.head = head;
    }

    /**
     * Sends a request.
     *
     * @param key the object of the condition
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
        boolean withoutQuotes = unquoted;
        try {
            return request.apply(header(etag, withoutQuotes));
        } catch (StoreException e) {
            if (!e.isPreconditionFailed() || !matches(key, etag)) {
                throw e;
            }
        }
        return otherForm(key, etag, !withoutQuotes, request);
    }

    private <T> T otherForm(ObjectKey key, ETag etag, boolean withoutQuotes, Function<ConditionHeaders, T> request) {
        try {
            T answer = request.apply(header(etag, withoutQuotes));
            unquoted = withoutQuotes;
            return answer;
        } catch (StoreException e) {
            if (!NOT_UNDERSTOOD.contains(e.kind()) || !matches(key, etag)) {
                throw e;
            }
            matchingRefused = e;
            throw notUnderstood(e);
        }
    }

    /** Tries twice, because the object may have been deleted in between. */
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

    /** Throws the failure if the object exists. */
    private void throwUnlessAbsent(ObjectKey key, StoreException refusal) {
        if (!refusal.isPreconditionFailed() || !isAbsent(key)) {
            throw refusal;
        }
    }

    private boolean matches(ObjectKey key, ETag etag) {
        if (etag.equals(ETag.OF_NO_OBJECT)) {
            return false;
        }
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

    private static ConditionHeaders header(ETag etag, boolean unquoted) {
        return ConditionHeaders.matching(unquoted ? etag.value() : etag.quoted());
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
