package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.digest.Sha256OfParts;
import io.github.artifactpublisher.store.Receipt;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Reads what the server has answered. */
final class Receipts {
    private Receipts() {}

    static Receipt of(PutObjectResponse response) {
        return receipt(
                response.eTag(),
                keepsMd5(response.serverSideEncryption(), response.ssekmsKeyId(), response.sseCustomerAlgorithm()),
                response.checksumSHA256(),
                response.versionId());
    }

    static Receipt of(CopyObjectResponse response) {
        return receipt(
                response.copyObjectResult().eTag(),
                keepsMd5(response.serverSideEncryption(), response.ssekmsKeyId(), response.sseCustomerAlgorithm()),
                response.copyObjectResult().checksumSHA256(),
                response.versionId());
    }

    static Receipt of(UploadPartResponse response) {
        return receipt(
                response.eTag(),
                keepsMd5(response.serverSideEncryption(), response.ssekmsKeyId(), response.sseCustomerAlgorithm()),
                response.checksumSHA256(),
                null);
    }

    static Receipt of(CompleteMultipartUploadResponse response) {
        return receipt(
                response.eTag(),
                keepsMd5(response.serverSideEncryption(), response.ssekmsKeyId(), null),
                response.checksumSHA256(),
                response.versionId());
    }

    static Receipt of(HeadObjectResponse response) {
        return receipt(
                response.eTag(),
                keepsMd5(response.serverSideEncryption(), response.ssekmsKeyId(), response.sseCustomerAlgorithm()),
                response.checksumSHA256(),
                response.versionId());
    }

    static Receipt of(GetObjectResponse response) {
        return receipt(
                response.eTag(),
                keepsMd5(response.serverSideEncryption(), response.ssekmsKeyId(), response.sseCustomerAlgorithm()),
                response.checksumSHA256(),
                response.versionId());
    }

    /** The ETag of a header; empty where the server gave none. */
    static Optional<ETag> etag(String header) {
        return Optional.ofNullable(header)
                .filter(tag -> !tag.replace("\"", "").isBlank())
                .map(ETag::parse);
    }

    /** The response is asked, since a bucket may encrypt by default what the request did not ask to encrypt. */
    private static boolean keepsMd5(ServerSideEncryption encryption, String kmsKeyId, String customerAlgorithm) {
        return kmsKeyId == null
                && customerAlgorithm == null
                && (encryption == null || encryption == ServerSideEncryption.AES256);
    }

    private static Receipt receipt(String etagHeader, boolean etagOfMd5, String sha256, String versionId) {
        Optional<Sha256OfParts> ofParts = Optional.ofNullable(sha256).flatMap(Sha256OfParts::parse);
        return new Receipt(
                etag(etagHeader),
                etagOfMd5,
                Optional.ofNullable(sha256).filter(header -> ofParts.isEmpty()).map(Sha256::ofBase64),
                ofParts,
                Optional.ofNullable(versionId).filter(id -> !id.equals("null")));
    }
}
