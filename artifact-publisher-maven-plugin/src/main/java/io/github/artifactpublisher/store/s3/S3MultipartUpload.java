package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.PutResult;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.UploadedPart;
import io.github.artifactpublisher.store.s3.retry.NotFound;
import io.github.artifactpublisher.store.s3.retry.RetryingSender;
import io.github.artifactpublisher.store.s3.retry.S3Failures;
import io.github.artifactpublisher.store.s3.retry.SupportedHeaders;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A multipart upload to S3. Thread-safe. */
final class S3MultipartUpload implements MultipartUpload {
    /** The error code for an upload that was completed or aborted before. */
    private static final String NO_SUCH_UPLOAD = "NoSuchUpload";

    private static final String CONTENT_TYPE = "application/octet-stream";

    private final S3Client client;
    private final S3MultipartRequests requests;
    private final S3Failures failures;
    private final ConditionalRequests conditions;
    private final RetryingSender sender;
    private final ObjectKey key;

    /** Creates the upload for an upload id. */
    S3MultipartUpload(
            S3Client client,
            S3MultipartRequests requests,
            S3Failures failures,
            ConditionalRequests conditions,
            RetryingSender sender,
            ObjectKey key) {
        this.client = client;
        this.requests = requests;
        this.failures = failures;
        this.conditions = conditions;
        this.sender = sender;
        this.key = key;
    }

    @Override
    public UploadedPart put(int number, Body part) {
        Digests digests = part.digests();
        RequestBody bytes = RequestBody.fromContentProvider(part::open, digests.size(), CONTENT_TYPE);
        PutResult result = sender.send(
                "UploadPart",
                key,
                supported -> S3Responses.of(client.uploadPart(requests.part(number, digests, supported), bytes)));
        if (result.etag().isEmpty()) {
            throw new StoreException(
                    Kind.UNSUPPORTED,
                    failures.before("UploadPart", key.value(), "the answer for part " + number + " has no ETag"),
                    null);
        }
        return new UploadedPart(number, digests, result);
    }

    /**
     * If the response is lost, the request is retried, and then the upload may not exist because it was completed. The
     * caller verifies the object; only its size is compared here, to detect an older object.
     */
    @Override
    public PutResult complete(List<UploadedPart> parts, Precondition precondition) {
        PutResult result = conditions.send(key, precondition, condition -> complete(parts, condition));
        return result.etag().isPresent() ? result : headed(parts).orElse(result);
    }

    private PutResult complete(List<UploadedPart> parts, ConditionHeaders condition) {
        try {
            return sender.send(
                    "CompleteMultipartUpload",
                    key,
                    condition.isPresent(),
                    supported -> completed(parts, condition, supported));
        } catch (NoSuchKeyException e) {
            throw failures.ofPrecondition("CompleteMultipartUpload", key, e);
        }
    }

    private PutResult completed(List<UploadedPart> parts, ConditionHeaders condition, SupportedHeaders supported) {
        try {
            return S3Responses.of(client.completeMultipartUpload(requests.complete(parts, condition, supported)));
        } catch (S3Exception e) {
            return Optional.of(e)
                    .filter(S3MultipartUpload::isMissingUpload)
                    .flatMap(missing -> completedObject(parts, supported))
                    .map(S3Responses::of)
                    .orElseThrow(() -> e);
        }
    }

    /** Ceph RGW sends no ETag. It stays unknown if the credentials may not read. */
    private Optional<PutResult> headed(List<UploadedPart> parts) {
        try {
            return sender.send("HeadObject", key, supported -> completedObject(parts, supported))
                    .map(S3Responses::of);
        } catch (StoreException e) {
            if (e.isDenied()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<HeadObjectResponse> completedObject(List<UploadedPart> parts, SupportedHeaders supported) {
        long size = parts.stream().mapToLong(part -> part.sent().size()).sum();
        return NotFound.asEmpty(() -> client.headObject(requests.head(supported)))
                .filter(object -> object.contentLength() == size);
    }

    private static boolean isMissingUpload(S3Exception e) {
        return e.awsErrorDetails() != null
                && NO_SUCH_UPLOAD.equals(e.awsErrorDetails().errorCode());
    }

    @Override
    public void abort() {
        // The SDK ends every call of an interrupted thread.
        boolean interrupted = Thread.interrupted();
        try {
            sender.sendBriefly(
                    "AbortMultipartUpload", key.value(), () -> client.abortMultipartUpload(requests.abort()));
        } catch (StoreException e) {
            if (e.facts().code().filter(NO_SUCH_UPLOAD::equals).isEmpty()) {
                throw e;
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
