package io.github.artifactpublisher.store.s3.settings;

import java.util.Optional;

/**
 * The options with which the bucket stores every object. An empty option is the bucket's default.
 *
 * @param encryption the server-side encryption: {@code AES256}, {@code aws:kms} or {@code aws:kms:dsse}
 * @param kmsKeyId the key for it, by id, ARN or alias
 * @param storageClass such as {@code STANDARD_IA}
 * @param acl a canned ACL; buckets with "bucket owner enforced", the default since 2023, answer 400 to any
 * @param expectedBucketOwner the account that must own the bucket; otherwise the server denies the request
 * @param requesterPays whether the requester pays
 */
public record BucketOptions(
        Optional<String> encryption,
        Optional<String> kmsKeyId,
        Optional<String> storageClass,
        Optional<String> acl,
        Optional<String> expectedBucketOwner,
        boolean requesterPays) {}
