package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.store.Receipt;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Reads what the server has answered. */
final class Receipts {
    private Receipts() {}

    static Receipt of(PutObjectResponse response) {
        boolean customerKey = response.sseCustomerAlgorithm() != null || response.ssekmsKeyId() != null;
        return receipt(
                response.eTag(),
                !customerKey && keepsMd5(response.serverSideEncryption()),
                response.checksumSHA256(),
                response.versionId());
    }

    static Receipt of(CopyObjectResponse response) {
        boolean customerKey = response.sseCustomerAlgorithm() != null || response.ssekmsKeyId() != null;
        return receipt(
                response.copyObjectResult().eTag(),
                !customerKey && keepsMd5(response.serverSideEncryption()),
                response.copyObjectResult().checksumSHA256(),
                response.versionId());
    }

    /** The response is asked, since a bucket may encrypt by default what the request did not ask to encrypt. */
    private static boolean keepsMd5(ServerSideEncryption encryption) {
        return encryption == null || encryption == ServerSideEncryption.AES256;
    }

    private static Receipt receipt(String etagHeader, boolean etagMayBeMd5, String sha256, String versionId) {
        Optional<ETag> etag = Optional.ofNullable(etagHeader)
                .filter(tag -> !tag.replace("\"", "").isBlank())
                .map(ETag::parse);
        return new Receipt(
                etag,
                etagMayBeMd5 && etag.map(ETag::isMd5Shaped).orElse(false),
                Optional.ofNullable(sha256).map(Sha256::ofBase64),
                Optional.ofNullable(versionId).filter(id -> !id.equals("null")));
    }
}
