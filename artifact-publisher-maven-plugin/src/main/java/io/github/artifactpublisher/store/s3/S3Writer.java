package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.IncompleteUpload;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.ObjectWriter;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.PutResult;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.retry.RetryingSender;
import io.github.artifactpublisher.store.s3.retry.S3Failures;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Uploads and copies objects. Thread-safe. */
final class S3Writer {
    private final S3Client client;
    private final S3Requests requests;
    private final S3Failures failures;
    private final RetryingSender sender;
    private final ConditionalRequests writes;
    private final ConditionalRequests copies;

    /**
     * Creates the writer.
     *
     * @param head sends a HEAD request
     */
    S3Writer(
            S3Client client,
            S3Requests requests,
            S3Failures failures,
            RetryingSender sender,
            Function<ObjectKey, Optional<ListedObject>> head) {
        this.client = client;
        this.requests = requests;
        this.failures = failures;
        this.sender = sender;
        this.writes = new ConditionalRequests(head);
        this.copies = new ConditionalRequests(head);
    }

    PutResult put(ObjectKey key, Body body, ObjectHeaders headers, Precondition precondition) {
        Digests digests = body.digests();
        if (digests.size() > ObjectWriter.MAX_SINGLE_REQUEST_BYTES) {
            throw new StoreException(
                    Kind.TOO_LARGE, failures.before("PutObject", key.value(), digests.size() + " bytes"), null);
        }
        return writes.send(key, precondition, condition -> put(key, body, headers, condition));
    }

    private PutResult put(ObjectKey key, Body body, ObjectHeaders headers, ConditionHeaders condition) {
        Digests digests = body.digests();
        RequestBody bytes = RequestBody.fromContentProvider(body::open, digests.size(), headers.contentType());
        try {
            return sender.send("PutObject", key, condition.isPresent(), supported -> {
                PutObjectRequest request = requests.put(key, digests, headers, condition, supported);
                return S3Responses.of(client.putObject(request, bytes));
            });
        } catch (NoSuchKeyException e) {
            throw failures.ofPrecondition("PutObject", key, e);
        }
    }

    MultipartUpload startMultipart(ObjectKey key, ObjectHeaders headers) {
        return sender.send(
                "CreateMultipartUpload", key, supported -> startMultipart(key, headers, supported.checksums()));
    }

    private MultipartUpload startMultipart(ObjectKey key, ObjectHeaders headers, boolean checksums) {
        CreateMultipartUploadRequest request = requests.createMultipart(key, headers, checksums);
        return upload(key, client.createMultipartUpload(request).uploadId(), checksums);
    }

    void abort(IncompleteUpload upload) {
        upload(upload.key(), upload.uploadId(), false).abort();
    }

    private MultipartUpload upload(ObjectKey key, String uploadId, boolean checksums) {
        S3MultipartRequests parts = new S3MultipartRequests(requests, key, uploadId, checksums);
        return new S3MultipartUpload(client, parts, failures, writes, sender, key);
    }

    PutResult copy(ObjectKey from, ETag etag, ObjectKey to, ObjectHeaders headers) {
        return copies.send(from, Precondition.matches(etag), condition -> copy(from, condition, to, headers));
    }

    private PutResult copy(ObjectKey from, ConditionHeaders condition, ObjectKey to, ObjectHeaders headers) {
        try {
            return sender.send(
                    "CopyObject",
                    to,
                    supported ->
                            S3Responses.of(client.copyObject(requests.copy(from, condition, to, headers, supported))));
        } catch (NoSuchKeyException e) {
            throw failures.ofPrecondition("CopyObject", to, e);
        }
    }
}
