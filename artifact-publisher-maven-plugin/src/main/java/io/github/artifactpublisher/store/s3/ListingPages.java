package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.ListingException;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.retry.S3Failures;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * The pages of one listing, each requested when it is needed. The SDK's paginator is not used: it ends without an error
 * if a server says that more objects follow but sends no token, and never ends if a server ignores the token. Not
 * thread-safe.
 */
final class ListingPages implements Iterator<ListObjectsV2Response> {
    /** Sends a request for one page. */
    @FunctionalInterface
    interface Sender {
        /** Sends the request, which starts at a position: a continuation token or a key. */
        ListObjectsV2Response send(UnaryOperator<ListObjectsV2Request.Builder> position);
    }

    private final Sender sender;
    private final S3Failures failures;
    private final String prefix;
    private ListObjectsV2Response last;

    ListingPages(Sender sender, S3Failures failures, String prefix) {
        this.sender = sender;
        this.failures = failures;
        this.prefix = prefix;
    }

    @Override
    public boolean hasNext() {
        return last == null || isTruncated(last);
    }

    @Override
    public ListObjectsV2Response next() {
        if (!hasNext()) {
            throw new NoSuchElementException(prefix);
        }
        ListObjectsV2Response page = sender.send(last == null ? request -> request : this::following);
        if (last != null && isTruncated(page) && isSame(last, page)) {
            throw new ListingException(failures.location(prefix), end(page));
        }
        last = page;
        return page;
    }

    /** With a delimiter, a listing after a common prefix would contain it again, so start-after cannot be used. */
    private ListObjectsV2Request.Builder following(ListObjectsV2Request.Builder request) {
        if (last.nextContinuationToken() != null) {
            return request.continuationToken(last.nextContinuationToken());
        }
        if (request.build().delimiter() != null || last.contents().isEmpty()) {
            String reason = "the server says that more objects follow, and sends no continuation token";
            throw new StoreException(Kind.UNSUPPORTED, failures.before("ListObjectsV2", prefix, reason), null);
        }
        return request.startAfter(end(last));
    }

    static boolean isTruncated(ListObjectsV2Response page) {
        return Boolean.TRUE.equals(page.isTruncated());
    }

    /** A page without keys is the same if its token is the same. */
    private static boolean isSame(ListObjectsV2Response one, ListObjectsV2Response other) {
        return end(one).equals(end(other))
                && (!end(one).isEmpty() || Objects.equals(one.nextContinuationToken(), other.nextContinuationToken()));
    }

    /** Returns the last key of a page, or else its last common prefix; empty if the page is empty. */
    private static String end(ListObjectsV2Response page) {
        List<CommonPrefix> folders = page.commonPrefixes();
        if (!page.contents().isEmpty()) {
            return page.contents().get(page.contents().size() - 1).key();
        }
        return folders.isEmpty() ? "" : folders.get(folders.size() - 1).prefix();
    }
}
