package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.GetOptions;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.s3.retry.OptionalHeaders;
import io.github.artifactpublisher.store.s3.settings.ObjectOptions;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.RequestPayer;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/** Makes the requests, each with the options of the bucket. Immutable. */
final class S3Requests {
    /** Slower than this a connection is as good as dead. */
    private static final long SLOWEST_BYTES_PER_SECOND = 64 * 1024;

    /** To wait for consent costs a round trip, and to send in vain costs a body. */
    private static final long EXPECT_FROM_BYTES = 1 << 20;

    private final String bucket;
    private final ObjectOptions options;
    private final RequestPayer payer;
    private final Duration timeout;

    S3Requests(S3Settings settings) {
        this.bucket = settings.bucket();
        this.options = settings.objects();
        this.payer = options.requesterPays() ? RequestPayer.REQUESTER : null;
        this.timeout = settings.requests().timeout();
    }

    /** Two digests that the server checks, and no trailer: see {@link S3Clients} on the framing. */
    PutObjectRequest put(
            ObjectKey key, Digests digests, ObjectHeaders headers, ConditionHeaders condition, OptionalHeaders form) {
        return PutObjectRequest.builder()
                .ifMatch(condition.ifMatch())
                .ifNoneMatch(condition.ifNoneMatch())
                .bucket(bucket)
                .key(key.value())
                .contentMD5(digests.md5().base64())
                .checksumSHA256(form.checksums() ? digests.sha256().base64() : null)
                .contentType(headers.contentType())
                .contentEncoding(headers.contentEncoding().orElse(null))
                .cacheControl(headers.cacheControl().orElse(null))
                .metadata(headers.metadata())
                .applyMutation(request -> tagging(headers).ifPresent(request::tagging))
                .serverSideEncryption(options.encryption().orElse(null))
                .ssekmsKeyId(options.kmsKeyId().orElse(null))
                .storageClass(options.storageClass().orElse(null))
                .acl(options.acl().orElse(null))
                .expectedBucketOwner(options.expectedBucketOwner().orElse(null))
                .requestPayer(payer)
                .overrideConfiguration(o -> withBody(o, digests.size(), form))
                .build();
    }

    /**
     * The request that begins an upload in parts.
     *
     * @param checksums whether the server is to check a SHA-256 of each part as well
     */
    CreateMultipartUploadRequest createMultipart(ObjectKey key, ObjectHeaders headers, boolean checksums) {
        return CreateMultipartUploadRequest.builder()
                .bucket(bucket)
                .key(key.value())
                .checksumAlgorithm(checksums ? ChecksumAlgorithm.SHA256 : null)
                .contentType(headers.contentType())
                .contentEncoding(headers.contentEncoding().orElse(null))
                .cacheControl(headers.cacheControl().orElse(null))
                .metadata(headers.metadata())
                .applyMutation(request -> tagging(headers).ifPresent(request::tagging))
                .serverSideEncryption(options.encryption().orElse(null))
                .ssekmsKeyId(options.kmsKeyId().orElse(null))
                .storageClass(options.storageClass().orElse(null))
                .acl(options.acl().orElse(null))
                .expectedBucketOwner(owner())
                .requestPayer(payer)
                .build();
    }

    String name() {
        return bucket;
    }

    /** The account that must own the bucket; null if that is not checked. */
    String owner() {
        return options.expectedBucketOwner().orElse(null);
    }

    /** Who pays; null if nothing is said. */
    RequestPayer payer() {
        return payer;
    }

    /**
     * The source must still be what was put there; headers are given anew, since a copy takes over only some. Without
     * tags.
     */
    CopyObjectRequest copy(
            ObjectKey from, ConditionHeaders condition, ObjectKey to, ObjectHeaders headers, OptionalHeaders form) {
        return CopyObjectRequest.builder()
                .sourceBucket(bucket)
                .sourceKey(from.value())
                .copySourceIfMatch(condition.ifMatch())
                .destinationBucket(bucket)
                .destinationKey(to.value())
                .checksumAlgorithm(form.checksums() ? ChecksumAlgorithm.SHA256 : null)
                .metadataDirective(MetadataDirective.REPLACE)
                .contentType(headers.contentType())
                .contentEncoding(headers.contentEncoding().orElse(null))
                .cacheControl(headers.cacheControl().orElse(null))
                .metadata(headers.metadata())
                .serverSideEncryption(options.encryption().orElse(null))
                .ssekmsKeyId(options.kmsKeyId().orElse(null))
                .storageClass(options.storageClass().orElse(null))
                .acl(options.acl().orElse(null))
                .expectedBucketOwner(options.expectedBucketOwner().orElse(null))
                .expectedSourceBucketOwner(options.expectedBucketOwner().orElse(null))
                .requestPayer(payer)
                .build();
    }

    GetObjectRequest get(ObjectKey key) {
        return GetObjectRequest.builder()
                .bucket(bucket)
                .key(key.value())
                .expectedBucketOwner(options.expectedBucketOwner().orElse(null))
                .requestPayer(payer)
                .build();
    }

    /**
     * Opens an object or a range of it. No timeout for the attempt: the body is read by the caller.
     *
     * @param ifMatch the header If-Match, or null
     */
    GetObjectRequest get(ObjectKey key, GetOptions get, String ifMatch) {
        return get(key).toBuilder()
                .range(get.isWhole() ? null : get.range())
                .ifMatch(ifMatch)
                .ifNoneMatch(get.ifNoneMatch().map(S3Requests::quoted).orElse(null))
                .build();
    }

    /** Returns an ETag as a header has it (RFC 9110). */
    static String quoted(ETag etag) {
        return "\"" + etag.value() + "\"";
    }

    /**
     * A small object, such as a manifest.
     *
     * @param checksum whether the answer is to say the checksum. As a bare header, for else the SDK compares it by
     *     itself, and takes a difference for a failure of the network
     */
    GetObjectRequest read(ObjectKey key, Optional<ETag> ifNoneMatch, boolean checksum) {
        return get(key).toBuilder()
                .ifNoneMatch(ifNoneMatch.map(S3Requests::quoted).orElse(null))
                .overrideConfiguration(o -> {
                    o.apiCallAttemptTimeout(attemptTimeout(0));
                    if (checksum) {
                        o.putHeader("x-amz-checksum-mode", ChecksumMode.ENABLED.toString());
                    }
                })
                .build();
    }

    HeadObjectRequest head(ObjectKey key, OptionalHeaders form) {
        return HeadObjectRequest.builder()
                .bucket(bucket)
                .key(key.value())
                .checksumMode(form.checksums() ? ChecksumMode.ENABLED : null)
                .expectedBucketOwner(options.expectedBucketOwner().orElse(null))
                .requestPayer(payer)
                .build();
    }

    /** Not null: the SDK makes an empty header of a tagging that is null, and servers without tags refuse even that. */
    private static Optional<Tagging> tagging(ObjectHeaders headers) {
        List<Tag> tags = headers.tags().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        return tags.isEmpty()
                ? Optional.empty()
                : Optional.of(Tagging.builder().tagSet(tags).build());
    }

    /** Sets what goes for requests with a body. */
    void withBody(AwsRequestOverrideConfiguration.Builder request, long bytes, OptionalHeaders form) {
        request.apiCallAttemptTimeout(attemptTimeout(bytes));
        if (form.expectContinue() && bytes >= EXPECT_FROM_BYTES) {
            request.putHeader("Expect", "100-continue");
        }
    }

    /** The longest that one attempt may take, however often the server says something. */
    private Duration attemptTimeout(long bytes) {
        return timeout.multipliedBy(2).plusSeconds(bytes / SLOWEST_BYTES_PER_SECOND);
    }
}
