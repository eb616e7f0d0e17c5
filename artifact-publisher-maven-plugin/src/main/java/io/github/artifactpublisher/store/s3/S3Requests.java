package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.GetOptions;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.s3.retry.SupportedHeaders;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/** Creates the requests; {@link BucketOptionsInterceptor} adds the options of the bucket. Immutable. */
final class S3Requests {
    /** The minimum speed of an upload; a slower attempt is aborted. */
    private static final long MIN_BYTES_PER_SECOND = 64 * 1024;

    /** Smaller bodies are sent at once, because waiting for 100 (Continue) costs a round trip. */
    private static final long MIN_EXPECT_BYTES = 1 << 20;

    private final String bucket;
    private final Duration timeout;

    S3Requests(S3Settings settings) {
        this.bucket = settings.bucket();
        this.timeout = settings.requests().requestTimeout();
    }

    /** Has two digests that the server checks, and no trailer: see {@link S3Clients} for the framing. */
    PutObjectRequest put(
            ObjectKey key,
            Digests digests,
            ObjectHeaders headers,
            ConditionHeaders condition,
            SupportedHeaders supported) {
        return PutObjectRequest.builder()
                .ifMatch(condition.ifMatch())
                .ifNoneMatch(condition.ifNoneMatch())
                .bucket(bucket)
                .key(key.value())
                .contentMD5(digests.md5().base64())
                .checksumSHA256(supported.checksums() ? digests.sha256().base64() : null)
                .applyMutation(request -> setHeaders(
                        headers,
                        request::contentType,
                        request::contentEncoding,
                        request::cacheControl,
                        request::metadata))
                .applyMutation(request -> tagging(headers).ifPresent(request::tagging))
                .overrideConfiguration(o -> withBody(o, digests.size(), supported))
                .build();
    }

    /**
     * Starts a multipart upload.
     *
     * @param checksums whether the server checks a SHA-256 of each part as well
     */
    CreateMultipartUploadRequest createMultipart(ObjectKey key, ObjectHeaders headers, boolean checksums) {
        return CreateMultipartUploadRequest.builder()
                .bucket(bucket)
                .key(key.value())
                .checksumAlgorithm(checksums ? ChecksumAlgorithm.SHA256 : null)
                .applyMutation(request -> setHeaders(
                        headers,
                        request::contentType,
                        request::contentEncoding,
                        request::cacheControl,
                        request::metadata))
                .applyMutation(request -> tagging(headers).ifPresent(request::tagging))
                .build();
    }

    String name() {
        return bucket;
    }

    /**
     * Copies a source that fulfils the condition. Headers are set again, because a copy keeps only some. Sets no tags.
     */
    CopyObjectRequest copy(
            ObjectKey from,
            ConditionHeaders condition,
            ObjectKey to,
            ObjectHeaders headers,
            SupportedHeaders supported) {
        return CopyObjectRequest.builder()
                .sourceBucket(bucket)
                .sourceKey(from.value())
                .copySourceIfMatch(condition.ifMatch())
                .destinationBucket(bucket)
                .destinationKey(to.value())
                .checksumAlgorithm(supported.checksums() ? ChecksumAlgorithm.SHA256 : null)
                .metadataDirective(MetadataDirective.REPLACE)
                .applyMutation(request -> setHeaders(
                        headers,
                        request::contentType,
                        request::contentEncoding,
                        request::cacheControl,
                        request::metadata))
                .build();
    }

    GetObjectRequest get(ObjectKey key) {
        return GetObjectRequest.builder().bucket(bucket).key(key.value()).build();
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
                .ifNoneMatch(get.ifNoneMatch().map(ETag::quoted).orElse(null))
                .build();
    }

    /**
     * Reads a small object, such as a manifest.
     *
     * @param checksum whether the response shall contain the checksum. The header is set directly, because otherwise
     *     the SDK compares the checksum and reports a difference as a failure of the network
     */
    GetObjectRequest read(ObjectKey key, Optional<ETag> ifNoneMatch, boolean checksum) {
        return get(key).toBuilder()
                .ifNoneMatch(ifNoneMatch.map(ETag::quoted).orElse(null))
                .overrideConfiguration(o -> {
                    o.apiCallAttemptTimeout(attemptTimeout(0));
                    if (checksum) {
                        o.putHeader("x-amz-checksum-mode", ChecksumMode.ENABLED.toString());
                    }
                })
                .build();
    }

    HeadObjectRequest head(ObjectKey key, SupportedHeaders supported) {
        return HeadObjectRequest.builder()
                .bucket(bucket)
                .key(key.value())
                .checksumMode(supported.checksums() ? ChecksumMode.ENABLED : null)
                .build();
    }

    /** Calls the setters of a request; the SDK's requests that create an object share no type. */
    private static void setHeaders(
            ObjectHeaders headers,
            Consumer<String> contentType,
            Consumer<String> contentEncoding,
            Consumer<String> cacheControl,
            Consumer<Map<String, String>> metadata) {
        contentType.accept(headers.contentType());
        headers.contentEncoding().ifPresent(contentEncoding);
        headers.cacheControl().ifPresent(cacheControl);
        metadata.accept(headers.metadata());
    }

    /** Empty instead of null: the SDK sends an empty header for null, which servers without tags reject. */
    private static Optional<Tagging> tagging(ObjectHeaders headers) {
        List<Tag> tags = headers.tags().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        return tags.isEmpty()
                ? Optional.empty()
                : Optional.of(Tagging.builder().tagSet(tags).build());
    }

    /** Sets the options of requests with a body. */
    void withBody(AwsRequestOverrideConfiguration.Builder request, long bytes, SupportedHeaders supported) {
        request.apiCallAttemptTimeout(attemptTimeout(bytes));
        if (supported.expectContinue() && bytes >= MIN_EXPECT_BYTES) {
            request.putHeader("Expect", "100-continue");
        }
    }

    /** Returns the maximum time of one attempt, which the timeout of the socket does not limit. */
    private Duration attemptTimeout(long bytes) {
        return timeout.multipliedBy(2).plusSeconds(bytes / MIN_BYTES_PER_SECOND);
    }
}
