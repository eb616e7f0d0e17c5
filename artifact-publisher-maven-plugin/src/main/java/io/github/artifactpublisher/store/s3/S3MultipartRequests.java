package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.UploadedPart;
import io.github.artifactpublisher.store.s3.retry.SupportedHeaders;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/**
 * Creates the requests of one multipart upload. Immutable.
 *
 * @param bucket the requests to the bucket
 * @param key the key of the future object
 * @param uploadId the server's id of the upload
 * @param checksums whether the server checks a SHA-256 of each part as well
 */
record S3MultipartRequests(S3Requests bucket, ObjectKey key, String uploadId, boolean checksums) {
    /** The user waits for the end of a failed build. */
    private static final Duration ABORT_TIMEOUT = Duration.ofSeconds(7);

    UploadPartRequest part(int number, Digests digests, SupportedHeaders supported) {
        return UploadPartRequest.builder()
                .bucket(bucket.name())
                .key(key.value())
                .uploadId(uploadId)
                .partNumber(number)
                .contentMD5(digests.md5().base64())
                .checksumSHA256(
                        checksums && supported.checksums() ? digests.sha256().base64() : null)
                .overrideConfiguration(o -> bucket.withBody(o, digests.size(), supported))
                .build();
    }

    CompleteMultipartUploadRequest complete(
            List<UploadedPart> parts, ConditionHeaders condition, SupportedHeaders supported) {
        List<CompletedPart> completed = parts.stream()
                .map(part -> completed(part, checksums && supported.checksums()))
                .toList();
        return CompleteMultipartUploadRequest.builder()
                .ifMatch(condition.ifMatch())
                .ifNoneMatch(condition.ifNoneMatch())
                .bucket(bucket.name())
                .key(key.value())
                .uploadId(uploadId)
                .multipartUpload(upload -> upload.parts(completed))
                .build();
    }

    private static CompletedPart completed(UploadedPart part, boolean checksums) {
        return CompletedPart.builder()
                .partNumber(part.number())
                .eTag(part.result().etag().orElseThrow().quoted())
                .checksumSHA256(checksums ? part.sent().sha256().base64() : null)
                .build();
    }

    AbortMultipartUploadRequest abort() {
        return AbortMultipartUploadRequest.builder()
                .bucket(bucket.name())
                .key(key.value())
                .uploadId(uploadId)
                .overrideConfiguration(o -> o.apiCallAttemptTimeout(ABORT_TIMEOUT))
                .build();
    }

    HeadObjectRequest head(SupportedHeaders supported) {
        return bucket.head(key, supported);
    }
}
