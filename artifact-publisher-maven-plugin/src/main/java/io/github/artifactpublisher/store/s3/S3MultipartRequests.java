package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.UploadedPart;
import io.github.artifactpublisher.store.s3.retry.OptionalHeaders;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/**
 * Makes the requests of one multipart upload. Immutable.
 *
 * @param bucket those of the bucket
 * @param key where the object is to stand
 * @param uploadId the server's name for the upload
 * @param checksums whether the server has agreed to check a SHA-256 of each part as well
 */
record S3MultipartRequests(S3Requests bucket, ObjectKey key, String uploadId, boolean checksums) {
    /** An attempt to abort ends before one loses patience with a build that has failed. */
    private static final Duration ABORT_TIMEOUT = Duration.ofSeconds(7);

    UploadPartRequest part(int number, Digests digests, OptionalHeaders form) {
        return UploadPartRequest.builder()
                .bucket(bucket.name())
                .key(key.value())
                .uploadId(uploadId)
                .partNumber(number)
                .contentMD5(digests.md5().base64())
                .checksumSHA256(checksums && form.checksums() ? digests.sha256().base64() : null)
                .expectedBucketOwner(bucket.owner())
                .requestPayer(bucket.payer())
                .overrideConfiguration(o -> bucket.withBody(o, digests.size(), form))
                .build();
    }

    CompleteMultipartUploadRequest complete(
            List<UploadedPart> parts, ConditionHeaders condition, OptionalHeaders form) {
        List<CompletedPart> completed = parts.stream()
                .map(part -> completed(part, checksums && form.checksums()))
                .toList();
        return CompleteMultipartUploadRequest.builder()
                .ifMatch(condition.ifMatch())
                .ifNoneMatch(condition.ifNoneMatch())
                .bucket(bucket.name())
                .key(key.value())
                .uploadId(uploadId)
                .multipartUpload(upload -> upload.parts(completed))
                .expectedBucketOwner(bucket.owner())
                .requestPayer(bucket.payer())
                .build();
    }

    private static CompletedPart completed(UploadedPart part, boolean checksums) {
        return CompletedPart.builder()
                .partNumber(part.number())
                .eTag("\"" + part.result().etag().orElseThrow().value() + "\"")
                .checksumSHA256(checksums ? part.sent().sha256().base64() : null)
                .build();
    }

    AbortMultipartUploadRequest abort() {
        return AbortMultipartUploadRequest.builder()
                .bucket(bucket.name())
                .key(key.value())
                .uploadId(uploadId)
                .expectedBucketOwner(bucket.owner())
                .requestPayer(bucket.payer())
                .overrideConfiguration(o -> o.apiCallAttemptTimeout(ABORT_TIMEOUT))
                .build();
    }

    HeadObjectRequest head(OptionalHeaders form) {
        return bucket.head(key, form);
    }
}
