package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.DigestingInputStream;
import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.ReadObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * What is read of objects. A wrong endpoint is to be told at once: so the first read gives up early. As soon as one was
 * answered, the settings are right, and what fails then is repeated as patiently as everything else. Thread-safe.
 */
final class S3Reads {
    private final S3Client patient;
    private final S3Client probe;
    private final S3Requests requests;
    private final S3Failures failures;
    private volatile boolean answered;

    S3Reads(S3Client patient, S3Client probe, S3Requests requests, S3Failures failures) {
        this.patient = patient;
        this.probe = probe;
        this.requests = requests;
        this.failures = failures;
    }

    Optional<ReadObject> read(ObjectKey key) {
        return Present.of(() -> failures.translating("GetObject", key, () -> answered ? patiently(key) : probing(key)))
                .map(answer -> new ReadObject(
                        answer.asByteArrayUnsafe(),
                        Receipts.etag(answer.response().eTag())));
    }

    private ResponseBytes<GetObjectResponse> patiently(ObjectKey key) {
        return patient.getObject(requests.read(key), ResponseTransformer.toBytes());
    }

    /** That there is no such object, or that it may not be read, is an answer. */
    private ResponseBytes<GetObjectResponse> probing(ObjectKey key) {
        try {
            ResponseBytes<GetObjectResponse> answer =
                    probe.getObject(requests.probe(key), ResponseTransformer.toBytes());
            answered = true;
            return answer;
        } catch (SdkServiceException e) {
            answered = e.statusCode() < 500;
            throw e;
        }
    }

    Optional<Digests> readBack(ObjectKey key) {
        return Present.of(() -> failures.translating(
                "GetObject", key, () -> patient.getObject(requests.get(key), (response, in) -> digests(in))));
    }

    private static Digests digests(InputStream in) throws IOException {
        try (DigestingInputStream digesting = new DigestingInputStream(in)) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return digesting.digests();
        }
    }

    Optional<Sha256> storedSha256(ObjectKey key) {
        return head(key).flatMap(response -> Receipts.of(response).sha256());
    }

    Optional<ListedObject> look(ObjectKey key) {
        return head(key)
                .map(response -> new ListedObject(
                        key, response.contentLength(), Receipts.etag(response.eTag()), response.lastModified()));
    }

    private Optional<HeadObjectResponse> head(ObjectKey key) {
        HeadObjectRequest head = requests.head(key);
        return Present.of(() -> failures.translating("HeadObject", key, () -> patient.headObject(head)));
    }
}
