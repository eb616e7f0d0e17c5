package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.DigestingInputStream;
import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.ReadObject;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.retry.NotFound;
import io.github.artifactpublisher.store.s3.retry.RetryingSender;
import io.github.artifactpublisher.store.s3.retry.S3Failures;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Reads objects and what is stored with them. Thread-safe. */
final class S3Reads {
    /** One may have been damaged on its way. */
    private static final int MAX_READS = 3;

    private final S3Client client;
    private final S3Requests requests;
    private final S3Failures failures;
    private final RetryingSender sender;

    S3Reads(S3Client client, S3Requests requests, S3Failures failures, RetryingSender sender) {
        this.client = client;
        this.requests = requests;
        this.failures = failures;
        this.sender = sender;
    }

    /**
     * Reads a small object whose bytes are believed: they are compared with what the answer says of them, and read
     * again if that differs. Where nothing can be compared, two reads have to agree.
     */
    Optional<ReadObject> read(ObjectKey key) {
        SmallObject last = null;
        for (int read = 1; read <= MAX_READS; read++) {
            Optional<SmallObject> now = read(key, read > 1);
            now.ifPresent(
                    object -> failures.requireNoPage(key, object.response().sdkHttpResponse()));
            now.filter(SmallObject::isTooLarge).ifPresent(object -> {
                throw tooLarge(key);
            });
            if (now.isEmpty() || now.get().isRight() || now.get().isSameAs(last)) {
                return now.map(SmallObject::asRead);
            }
            last = now.get();
        }
        throw new StoreException(Kind.READ_DAMAGED, failures.before("GetObject", key.value(), last.mismatch()), null);
    }

    private StoreException tooLarge(ObjectKey key) {
        String limit = "more than " + (ObjectStore.MAX_READ_BYTES >> 20) + " MiB";
        return new StoreException(Kind.READ_TOO_LARGE, failures.before("GetObject", key.value(), limit), null);
    }

    private Optional<SmallObject> read(ObjectKey key, boolean checksum) {
        return NotFound.asEmpty(() -> checksum
                ? sender.send("GetObject", key, form -> readOnce(key, form.checksums()))
                : sender.send("GetObject", key.value(), () -> readOnce(key, false)));
    }

    private SmallObject readOnce(ObjectKey key, boolean checksum) {
        return client.getObject(requests.read(key, checksum), SmallObject::of);
    }

    Optional<Digests> downloadDigests(ObjectKey key) {
        return NotFound.asEmpty(() -> sender.send(
                "GetObject", key.value(), () -> client.getObject(requests.get(key), (response, in) -> digests(in))));
    }

    private static Digests digests(InputStream in) throws IOException {
        try (DigestingInputStream digesting = new DigestingInputStream(in)) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return digesting.digests();
        }
    }

    Optional<Sha256> storedSha256(ObjectKey key) {
        return headObject(key).flatMap(response -> S3Responses.of(response).sha256());
    }

    Optional<ListedObject> head(ObjectKey key) {
        return headObject(key)
                .map(response -> new ListedObject(
                        key, response.contentLength(), S3Responses.etag(response.eTag()), response.lastModified()));
    }

    private Optional<HeadObjectResponse> headObject(ObjectKey key) {
        return NotFound.asEmpty(
                () -> sender.send("HeadObject", key, form -> client.headObject(requests.head(key, form))));
    }
}
