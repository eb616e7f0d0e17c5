package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.layout.KeyException;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.IncompleteUpload;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.Listing;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.s3.retry.NotFound;
import io.github.artifactpublisher.store.s3.retry.RetryingSender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What is asked of the bucket as a whole: listings, and the end of several objects. Keys are asked for encoded, since
 * XML 1.0 cannot carry all that a stranger's key may have; the SDK decodes them if the server says that they are. A
 * server that cannot encode is asked again without. Thread-safe.
 */
final class S3Listing {
    /** S3 DeleteObjects takes no more. */
    private static final int MAX_DELETED = 1000;

    private final S3Client client;
    private final S3Requests requests;
    private final RetryingSender sender;

    S3Listing(S3Client client, S3Requests requests, RetryingSender sender) {
        this.client = client;
        this.requests = requests;
        this.sender = sender;
    }

    /** Each page asks anew from a key on: a caller may leave out what lies between two pages. */
    Listing list(KeyPrefix prefix, Optional<String> after) {
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(requests.name())
                .prefix(prefix.toString())
                .startAfter(after.orElse(null))
                .expectedBucketOwner(requests.owner())
                .requestPayer(requests.payer())
                .build();
        ListObjectsV2Response response = encoded(encoding -> sender.send(
                "ListObjectsV2",
                prefix.toString(),
                () -> client.listObjectsV2(
                        request.toBuilder().encodingType(encoding).build())));
        List<S3Object> contents = response.contents();
        boolean more = Boolean.TRUE.equals(response.isTruncated()) && !contents.isEmpty();
        return new Listing(
                contents.stream().flatMap(object -> listed(object).stream()).toList(),
                more ? Optional.of(contents.get(contents.size() - 1).key()) : Optional.empty());
    }

    /** Some servers do not know the parameter, and some say that keys are encoded which are not. */
    private static <T> T encoded(Function<EncodingType, T> request) {
        try {
            return request.apply(EncodingType.URL);
        } catch (StoreException e) {
            if (!e.isRejected()) {
                throw e;
            }
        } catch (IllegalArgumentException e) {
            // The SDK's decoder.
        }
        return request.apply(null);
    }

    private static Optional<ListedObject> listed(S3Object object) {
        return key(object.key())
                .map(key ->
                        new ListedObject(key, object.size(), S3Responses.etag(object.eTag()), object.lastModified()));
    }

    /** Empty for a key that another program has made, such as a folder's {@code a/}. */
    private static Optional<ObjectKey> key(String value) {
        try {
            return Optional.of(new ObjectKey(value));
        } catch (KeyException e) {
            return Optional.empty();
        }
    }

    Map<ObjectKey, String> delete(List<ObjectKey> keys) {
        Map<ObjectKey, String> left = new HashMap<>();
        for (int start = 0; start < keys.size(); start += MAX_DELETED) {
            List<ObjectKey> some = keys.subList(start, Math.min(keys.size(), start + MAX_DELETED));
            left.putAll(sender.send(
                    "DeleteObjects",
                    some.get(0),
                    form -> form.checksums() ? deleteAtOnce(some) : deleteOneByOne(some)));
        }
        return left;
    }

    /**
     * S3 wants a digest of this body, and Content-MD5 is the one that every server knows. The SDK adds a checksum all
     * the same, and cannot be told not to.
     */
    private Map<ObjectKey, String> deleteAtOnce(List<ObjectKey> keys) {
        DeleteObjectsRequest request = DeleteObjectsRequest.builder()
                .bucket(requests.name())
                .delete(delete -> delete.quiet(true)
                        .objects(keys.stream()
                                .map(key -> ObjectIdentifier.builder()
                                        .key(key.value())
                                        .build())
                                .toList()))
                .expectedBucketOwner(requests.owner())
                .requestPayer(requests.payer())
                .overrideConfiguration(o -> o.addPlugin(LegacyMd5Plugin.create()))
                .build();
        Map<ObjectKey, String> left = new HashMap<>();
        client.deleteObjects(request)
                .errors()
                .forEach(error -> left.put(new ObjectKey(error.key()), error.code() + " " + error.message()));
        return left;
    }

    /** Without a body there is no checksum. An object that does not exist is as good as deleted. */
    private Map<ObjectKey, String> deleteOneByOne(List<ObjectKey> keys) {
        keys.forEach(key -> NotFound.asEmpty(() -> client.deleteObject(request -> request.bucket(requests.name())
                .key(key.value())
                .expectedBucketOwner(requests.owner())
                .requestPayer(requests.payer()))));
        return Map.of();
    }

    List<IncompleteUpload> incompleteUploads(KeyPrefix prefix) {
        ListMultipartUploadsRequest request = ListMultipartUploadsRequest.builder()
                .bucket(requests.name())
                .prefix(prefix.toString())
                .expectedBucketOwner(requests.owner())
                .requestPayer(requests.payer())
                .build();
        ListMultipartUploadsResponse response = encoded(encoding -> sender.send(
                "ListMultipartUploads",
                prefix.toString(),
                () -> client.listMultipartUploads(
                        request.toBuilder().encodingType(encoding).build())));
        return response.uploads().stream()
                .flatMap(upload -> incomplete(upload).stream())
                .filter(upload -> prefix.contains(upload.key()))
                .toList();
    }

    private static Optional<IncompleteUpload> incomplete(MultipartUpload upload) {
        return key(upload.key()).map(key -> new IncompleteUpload(key, upload.uploadId(), upload.initiated()));
    }
}
