package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.layout.KeyException;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.IncompleteUpload;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.ObjectLister.FolderEntry;
import io.github.artifactpublisher.store.ObjectLister.Page;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.s3.retry.RetryingSender;
import io.github.artifactpublisher.store.s3.retry.S3Failures;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists objects and incomplete uploads. Keys are requested URL-encoded, because XML 1.0 cannot contain every character
 * of a key; the SDK decodes them. If a server rejects the encoding, the request is sent without it. Thread-safe.
 */
final class S3Lister {
    private static final String DELIMITER = "/";

    private final S3Client client;
    private final S3Requests requests;
    private final S3Failures failures;
    private final RetryingSender sender;
    private final Optional<Integer> pageSize;

    /**
     * Creates the lister.
     *
     * @param pageSize the maximum number of keys in a page; empty: the server's maximum
     */
    S3Lister(
            S3Client client,
            S3Requests requests,
            S3Failures failures,
            RetryingSender sender,
            Optional<Integer> pageSize) {
        this.client = client;
        this.requests = requests;
        this.failures = failures;
        this.sender = sender;
        this.pageSize = pageSize;
    }

    Stream<ListedObject> list(KeyPrefix prefix) {
        return pages(prefix, Optional.empty()).flatMap(S3Lister::objects);
    }

    Stream<FolderEntry> listFolder(KeyPrefix prefix) {
        return pages(prefix, Optional.of(DELIMITER))
                .flatMap(page -> Stream.concat(
                        objects(page).map(FolderEntry::of), folders(page).map(FolderEntry::of)));
    }

    private Stream<ListObjectsV2Response> pages(KeyPrefix prefix, Optional<String> delimiter) {
        ListingPages pages = new ListingPages(
                position -> send(prefix, request -> position.apply(request.delimiter(delimiter.orElse(null)))),
                failures,
                prefix.toString());
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    Page page(KeyPrefix prefix, Optional<String> after) {
        ListObjectsV2Response page = send(prefix, request -> request.startAfter(after.orElse(null)));
        List<S3Object> contents = page.contents();
        boolean more = ListingPages.isTruncated(page) && !contents.isEmpty();
        return new Page(
                objects(page).toList(),
                more ? Optional.of(contents.get(contents.size() - 1).key()) : Optional.empty());
    }

    private ListObjectsV2Response send(KeyPrefix prefix, UnaryOperator<ListObjectsV2Request.Builder> options) {
        ListObjectsV2Request request = options.apply(ListObjectsV2Request.builder()
                        .bucket(requests.name())
                        .prefix(prefix.toString())
                        .maxKeys(pageSize.orElse(null)))
                .build();
        return encoded(encoding -> sender.send(
                "ListObjectsV2",
                prefix.toString(),
                () -> client.listObjectsV2(
                        request.toBuilder().encodingType(encoding).build())));
    }

    List<IncompleteUpload> incompleteUploads(KeyPrefix prefix) {
        ListMultipartUploadsRequest request = ListMultipartUploadsRequest.builder()
                .bucket(requests.name())
                .prefix(prefix.toString())
                .build();
        ListMultipartUploadsResponse response = encoded(encoding -> sender.send(
                "ListMultipartUploads",
                prefix.toString(),
                () -> client.listMultipartUploads(
                        request.toBuilder().encodingType(encoding).build())));
        return response.uploads().stream()
                .flatMap(S3Lister::incomplete)
                .filter(upload -> prefix.contains(upload.key()))
                .toList();
    }

    /** Some servers do not support the parameter, and some say that keys are encoded although they are not. */
    private static <T> T encoded(Function<EncodingType, T> request) {
        try {
            return request.apply(EncodingType.URL);
        } catch (StoreException e) {
            if (!e.isRejected()) {
                throw e;
            }
        } catch (IllegalArgumentException e) {
            // The SDK cannot decode a key.
        }
        return request.apply(null);
    }

    private static Stream<ListedObject> objects(ListObjectsV2Response page) {
        return page.contents().stream()
                .flatMap(object -> legal(object.key(), ObjectKey::new)
                        .map(key -> new ListedObject(
                                key, object.size(), S3Responses.etag(object.eTag()), object.lastModified())));
    }

    private static Stream<KeyPrefix> folders(ListObjectsV2Response page) {
        return page.commonPrefixes().stream()
                .map(folder -> folder.prefix().substring(0, folder.prefix().length() - DELIMITER.length()))
                .flatMap(folder -> legal(folder, KeyPrefix::new));
    }

    private static Stream<IncompleteUpload> incomplete(MultipartUpload upload) {
        return legal(upload.key(), ObjectKey::new)
                .map(key -> new IncompleteUpload(key, upload.uploadId(), upload.initiated()));
    }

    /** Leaves out keys that another program has made, such as a folder marker {@code a/}. */
    private static <T> Stream<T> legal(String value, Function<String, T> key) {
        try {
            return Stream.of(key.apply(value));
        } catch (KeyException e) {
            return Stream.empty();
        }
    }
}
