package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.CompositeSha256;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.store.PutResult;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Converts the responses of the server. */
final class S3Responses {
    /** Base64 of 32 bytes. Some servers send another form, which cannot be compared. */
    private static final Pattern SHA256 = Pattern.compile("[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=");

    private static final Pattern COMPOSITE_SHA256 = Pattern.compile(SHA256 + "-[0-9]{1,5}");

    private S3Responses() {}

    static PutResult of(PutObjectResponse response) {
        return result(
                response.eTag(),
                keepsMd5(response.serverSideEncryption(), response.ssekmsKeyId(), response.sseCustomerAlgorithm()),
                response.checksumSHA256(),
                response.versionId());
    }

    static PutResult of(CopyObjectResponse response) {
        return result(
                response.copyObjectResult().eTag(),
                keepsMd5(response.serverSideEncryption(), response.ssekmsKeyId(), response.sseCustomerAlgorithm()),
                response.copyObjectResult().checksumSHA256(),
                response.versionId());
    }

    static PutResult of(UploadPartResponse response) {
        return result(
                response.eTag(),
                keepsMd5(response.serverSideEncryption(), response.ssekmsKeyId(), response.sseCustomerAlgorithm()),
                response.checksumSHA256(),
                null);
    }

    static PutResult of(CompleteMultipartUploadResponse response) {
        return result(
                response.eTag(),
                keepsMd5(response.serverSideEncryption(), response.ssekmsKeyId(), null),
                response.checksumSHA256(),
                response.versionId());
    }

    static PutResult of(HeadObjectResponse response) {
        return result(
                response.eTag(),
                keepsMd5(response.serverSideEncryption(), response.ssekmsKeyId(), response.sseCustomerAlgorithm()),
                response.checksumSHA256(),
                response.versionId());
    }

    static PutResult of(GetObjectResponse response) {
        return result(
                response.eTag(),
                keepsMd5(response.serverSideEncryption(), response.ssekmsKeyId(), response.sseCustomerAlgorithm()),
                response.checksumSHA256(),
                response.versionId());
    }

    /** Returns the ETag of a header; empty if there is none. */
    static Optional<ETag> etag(String header) {
        return Optional.ofNullable(header)
                .filter(tag -> !tag.replace("\"", "").isBlank())
                .map(ETag::parse);
    }

    /** Depends on the response, because a bucket may encrypt by default. */
    private static boolean keepsMd5(ServerSideEncryption encryption, String kmsKeyId, String customerAlgorithm) {
        return kmsKeyId == null
                && customerAlgorithm == null
                && (encryption == null || encryption == ServerSideEncryption.AES256);
    }

    private static PutResult result(String etagHeader, boolean etagFromMd5, String sha256, String versionId) {
        Optional<String> checksum = Optional.ofNullable(sha256);
        return new PutResult(
                etag(etagHeader),
                etagFromMd5,
                checksum.filter(header -> SHA256.matcher(header).matches()).map(Sha256::ofBase64),
                checksum.filter(header -> COMPOSITE_SHA256.matcher(header).matches())
                        .flatMap(CompositeSha256::parse),
                Optional.ofNullable(versionId).filter(id -> !id.equals("null")));
    }
}
