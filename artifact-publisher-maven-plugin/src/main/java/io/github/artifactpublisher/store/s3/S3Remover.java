package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.s3.retry.NotFound;
import io.github.artifactpublisher.store.s3.retry.RetryingSender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** Deletes objects. Thread-safe. */
final class S3Remover {
    /** The maximum number of keys in an S3 DeleteObjects request. */
    private static final int MAX_DELETED = 1000;

    private final S3Client client;
    private final S3Requests requests;
    private final RetryingSender sender;

    S3Remover(S3Client client, S3Requests requests, RetryingSender sender) {
        this.client = client;
        this.requests = requests;
        this.sender = sender;
    }

    Map<ObjectKey, String> delete(List<ObjectKey> keys) {
        Map<ObjectKey, String> failed = new HashMap<>();
        for (int start = 0; start < keys.size(); start += MAX_DELETED) {
            List<ObjectKey> some = keys.subList(start, Math.min(keys.size(), start + MAX_DELETED));
            failed.putAll(sender.send(
                    "DeleteObjects",
                    some.get(0),
                    headers -> headers.checksums() ? deleteAtOnce(some) : deleteOneByOne(some)));
        }
        return failed;
    }

    /**
     * S3 requires a digest of the body, and every server supports Content-MD5. The SDK always adds a checksum as well.
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
                .overrideConfiguration(o -> o.addPlugin(LegacyMd5Plugin.create()))
                .build();
        Map<ObjectKey, String> failed = new HashMap<>();
        client.deleteObjects(request)
                .errors()
                .forEach(error -> failed.put(new ObjectKey(error.key()), error.code() + " " + error.message()));
        return failed;
    }

    /** Requests without a body need no checksum. */
    private Map<ObjectKey, String> deleteOneByOne(List<ObjectKey> keys) {
        keys.forEach(key -> NotFound.asEmpty(() ->
                client.deleteObject(request -> request.bucket(requests.name()).key(key.value()))));
        return Map.of();
    }
}
