package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.DigestingInputStream;
import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.GetResult;
import io.github.artifactpublisher.store.GetResult.Status;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.ObjectReader;
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

/** Reads small objects, and what is stored with an object. Thread-safe. */
final class S3Reader {
    /** A body may have been damaged on its way. */
    private static final int MAX_READS = 3;

    private final S3Client client;
    private final S3Requests requests;
    private final S3Failures failures;
    private final RetryingSender sender;

    S3Reader(S3Client client, S3Requests requests, S3Failures failures, RetryingSender sender) {
        this.client = client;
        this.requests = requests;
        this.failures = failures;
        this.sender = sender;
    }

    Optional<ReadObject> read(ObjectKey key) {
        return NotFound.asEmpty(() -> verified(key, Optional.empty()));
    }

    /** A server that does not support the precondition sends the object. */
    GetResult<ReadObject> readIfChanged(ObjectKey key, ETag known) {
        return S3Downloads.result(
                () -> verified(key, Optional.of(known)),
                read -> read.etag().filter(known::matches).isPresent()
                        ? GetResult.without(Status.NOT_MODIFIED)
                        : GetResult.found(read));
    }

    /**
     * Reads an object until its bytes have the digests of the response. If there is nothing to compare, two reads must
     * give the same bytes.
     */
    private ReadObject verified(ObjectKey key, Optional<ETag> ifNoneMatch) {
        SmallObject last = null;
        for (int read = 1; read <= MAX_READS; read++) {
            SmallObject now = read(key, ifNoneMatch, read > 1);
            failures.requireNoPage(key, now.response().sdkHttpResponse());
            if (now.isTooLarge()) {
                String limit = "more than " + (ObjectReader.MAX_READ_BYTES >> 20) + " MiB";
                throw new StoreException(Kind.READ_TOO_LARGE, failures.before("GetObject", key.value(), limit), null);
            }
            if (now.isRight() || now.isSameAs(last)) {
                return now.asRead();
            }
            last = now;
        }
        throw new StoreException(Kind.READ_DAMAGED, failures.before("GetObject", key.value(), last.mismatch()), null);
    }

    private SmallObject read(ObjectKey key, Optional<ETag> ifNoneMatch, boolean checksum) {
        return checksum
                ? sender.send("GetObject", key, headers -> readOnce(key, ifNoneMatch, headers.checksums()))
                : sender.send("GetObject", key.value(), () -> readOnce(key, ifNoneMatch, false));
    }

    private SmallObject readOnce(ObjectKey key, Optional<ETag> ifNoneMatch, boolean checksum) {
        return client.getObject(requests.read(key, ifNoneMatch, checksum), SmallObject::of);
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
                () -> sender.send("HeadObject", key, supported -> client.headObject(requests.head(key, supported))));
    }
}
