package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.PutResult;
import io.github.artifactpublisher.store.ReadObject;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object as one GET returned it, with the response that contains its digests.
 *
 * @param response the headers of the response
 * @param bytes the bytes, at most one more than {@link ObjectStore#MAX_READ_BYTES}
 */
@SuppressWarnings("ArrayRecordComponent")
record SmallObject(GetObjectResponse response, byte[] bytes) {
    /** The name of the user metadata in which this plugin stores the SHA-256 of a file's bytes. */
    private static final String SHA256 = "sha256";

    /** Reads a limited number of bytes, however many the server sends. */
    static SmallObject of(GetObjectResponse response, AbortableInputStream in) {
        try {
            SmallObject object = new SmallObject(response, in.readNBytes(ObjectStore.MAX_READ_BYTES + 1));
            if (object.isTooLarge()) {
                in.abort();
            }
            return object;
        } catch (IOException e) {
            throw RetryableException.create("Failed to read response.", e);
        }
    }

    boolean isTooLarge() {
        return bytes.length > ObjectStore.MAX_READ_BYTES;
    }

    /** Whether one of the digests in the response is that of the bytes. */
    boolean isRight() {
        Digests digests = Digests.of(bytes);
        PutResult result = S3Responses.of(response);
        return (result.etagIsMd5() && result.etag().orElseThrow().matches(digests.md5()))
                || sha256().filter(digests.sha256().hex()::equals).isPresent()
                || result.sha256().filter(digests.sha256()::equals).isPresent();
    }

    /** Whether the response has no digest, and another GET has returned the same bytes. */
    boolean isSameAs(SmallObject before) {
        return !isComparable() && before != null && Arrays.equals(bytes, before.bytes);
    }

    private boolean isComparable() {
        PutResult result = S3Responses.of(response);
        return result.etagIsMd5() || result.sha256().isPresent() || sha256().isPresent();
    }

    /** Returns two digests that should be equal, for a message. */
    String mismatch() {
        Digests digests = Digests.of(bytes);
        PutResult result = S3Responses.of(response);
        if (result.etagIsMd5()) {
            return "ETag " + result.etag().orElseThrow() + ", MD5 of the bytes " + digests.md5();
        }
        return result.sha256()
                .map(Object::toString)
                .or(this::sha256)
                .map(sha256 -> "SHA-256 " + sha256 + ", that of the bytes " + digests.sha256())
                .orElse("other bytes each time");
    }

    private Optional<String> sha256() {
        return response.hasMetadata()
                ? Optional.ofNullable(response.metadata().get(SHA256)).map(hex -> hex.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    ReadObject asRead() {
        return new ReadObject(bytes, S3Responses.etag(response.eTag()));
    }
}
