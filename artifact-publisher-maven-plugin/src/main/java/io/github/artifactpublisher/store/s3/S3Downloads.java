package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.GetOptions;
import io.github.artifactpublisher.store.GetResult;
import io.github.artifactpublisher.store.GetResult.Status;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.OpenObject;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.retry.NotFound;
import io.github.artifactpublisher.store.s3.retry.RetryingSender;
import io.github.artifactpublisher.store.s3.retry.S3Failures;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Opens objects as streams. The ETag and the range of each response are compared with the request, because a server or
 * a cache may ignore them. Thread-safe.
 */
final class S3Downloads {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})");
    private static final int NOT_MODIFIED = 304;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final S3Client client;
    private final S3Requests requests;
    private final S3Failures failures;
    private final RetryingSender sender;
    private final ConditionalRequests conditions;

    /**
     * Creates the downloads.
     *
     * @param head sends a HEAD request
     */
    S3Downloads(
            S3Client client,
            S3Requests requests,
            S3Failures failures,
            RetryingSender sender,
            Function<ObjectKey, Optional<ListedObject>> head) {
        this.client = client;
        this.requests = requests;
        this.failures = failures;
        this.sender = sender;
        this.conditions = new ConditionalRequests(head);
    }

    GetResult<OpenObject> open(ObjectKey key, GetOptions options) {
        return result(() -> send(key, options), in -> opened(key, options, in));
    }

    /** Sends a GET of which some failures are results. */
    static <A, B> GetResult<B> result(Supplier<A> request, Function<A, GetResult<B>> found) {
        try {
            return NotFound.asEmpty(request).map(found).orElse(GetResult.without(Status.MISSING));
        } catch (StoreException e) {
            return GetResult.without(status(e).orElseThrow(() -> e));
        }
    }

    private static Optional<Status> status(StoreException e) {
        int status = e.facts().status().orElse(0);
        if (status == NOT_MODIFIED) {
            return Optional.of(Status.NOT_MODIFIED);
        }
        if (status == RANGE_NOT_SATISFIABLE) {
            return Optional.of(Status.OUT_OF_RANGE);
        }
        return e.isPreconditionFailed() ? Optional.of(Status.CHANGED) : Optional.empty();
    }

    /** If the server does not support the precondition, the ETag of the response is compared only. */
    private ResponseInputStream<GetObjectResponse> send(ObjectKey key, GetOptions options) {
        Precondition precondition = options.ifMatch().map(Precondition::matches).orElse(Precondition.NONE);
        try {
            return conditions.send(key, precondition, condition -> send(key, options, condition));
        } catch (StoreException e) {
            if (options.ifMatch().isEmpty() || !e.isUnsupported()) {
                throw e;
            }
            return send(key, options, ConditionHeaders.NONE);
        }
    }

    private ResponseInputStream<GetObjectResponse> send(ObjectKey key, GetOptions options, ConditionHeaders condition) {
        return sender.send(
                "GetObject",
                key.value(),
                () -> client.getObject(
                        requests.get(key, options, condition.ifMatch()), ResponseTransformer.toInputStream()));
    }

    private GetResult<OpenObject> opened(ObjectKey key, GetOptions options, ResponseInputStream<GetObjectResponse> in) {
        boolean open = false;
        try {
            Optional<ETag> etag = S3Responses.etag(in.response().eTag());
            if (options.ifMatch().isPresent() && etag.isPresent() && !isSame(options.ifMatch(), etag)) {
                return GetResult.without(Status.CHANGED);
            }
            if (isSame(options.ifNoneMatch(), etag)) {
                return GetResult.without(Status.NOT_MODIFIED);
            }
            OpenObject object = opened(key, etag, range(key, options, in.response()), in);
            open = true;
            return GetResult.found(object);
        } finally {
            if (!open) {
                in.abort();
            }
        }
    }

    private static boolean isSame(Optional<ETag> expected, Optional<ETag> etag) {
        return expected.flatMap(tag -> etag.filter(tag::matches)).isPresent();
    }

    private OpenObject opened(
            ObjectKey key, Optional<ETag> etag, Range range, ResponseInputStream<GetObjectResponse> in) {
        GetObjectResponse response = in.response();
        return new OpenObject(
                new ListedObject(key, range.size(), etag, response.lastModified()),
                headers(response),
                range.start(),
                range.length(),
                new CheckedBody(in, range.length(), failures, key));
    }

    private static ObjectHeaders headers(GetObjectResponse response) {
        return new ObjectHeaders(
                Optional.ofNullable(response.contentType()).orElse("application/octet-stream"),
                Optional.ofNullable(response.contentEncoding()),
                Optional.ofNullable(response.cacheControl()),
                response.metadata(),
                Map.of());
    }

    /** The bytes of a response: a position, a number of bytes, and the size of the whole object. */
    private record Range(long start, long length, long size) {
        /** Whether the response has exactly the bytes that were requested. */
        boolean is(GetOptions options) {
            long end = options.length().isPresent()
                    ? Math.min(size, options.offset() + options.length().getAsLong())
                    : size;
            return start == options.offset() && start + length == end;
        }
    }

    private Range range(ObjectKey key, GetOptions options, GetObjectResponse response) {
        String contentRange = String.valueOf(response.contentRange());
        Matcher matcher = CONTENT_RANGE.matcher(contentRange);
        return Optional.of(matcher)
                .filter(Matcher::matches)
                .map(range -> {
                    long start = Long.parseLong(range.group(1));
                    return new Range(start, Long.parseLong(range.group(2)) + 1 - start, Long.parseLong(range.group(3)));
                })
                .or(() -> Optional.ofNullable(response.contentLength()).map(length -> new Range(0, length, length)))
                .filter(range -> range.is(options))
                .orElseThrow(() -> otherBytes(key, options, response));
    }

    private StoreException otherBytes(ObjectKey key, GetOptions options, GetObjectResponse response) {
        String message = "requested " + (options.isWhole() ? "the object" : options.range()) + ", but the response has "
                + "Content-Range " + response.contentRange() + " and Content-Length " + response.contentLength();
        return new StoreException(Kind.UNSUPPORTED, failures.before("GetObject", key.value(), message), null);
    }
}
