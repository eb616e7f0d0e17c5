package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.retry.S3Failures;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The body of a response. It fails if it ends before its length, and throws the failures of the network as
 * {@link StoreException}s. Closed early, it aborts the connection: to close it normally would read the rest. Not
 * thread-safe.
 */
final class CheckedBody extends InputStream {
    private final ResponseInputStream<GetObjectResponse> in;
    private final long length;
    private final S3Failures failures;
    private final ObjectKey key;
    private long read;

    /**
     * Creates the body.
     *
     * @param length the number of bytes that it must have
     */
    CheckedBody(ResponseInputStream<GetObjectResponse> in, long length, S3Failures failures, ObjectKey key) {
        this.in = in;
        this.length = length;
        this.failures = failures;
        this.key = key;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, bytes.length);
        if (count == 0 || read == length) {
            return count == 0 ? 0 : -1;
        }
        int more = readSome(bytes, offset, (int) Math.min(count, length - read));
        if (more < 0) {
            in.abort();
            String message = "the body ended after " + read + " of " + length + " bytes";
            throw new StoreException(Kind.UNREACHABLE, failures.before("GetObject", key.value(), message), null);
        }
        read += more;
        return more;
    }

    private int readSome(byte[] bytes, int offset, int count) {
        try {
            return in.read(bytes, offset, count);
        } catch (IOException e) {
            in.abort();
            throw failures.of("GetObject", key.value(), RetryableException.create("Failed to read response.", e));
        } catch (RuntimeException e) {
            in.abort();
            throw failures.of("GetObject", key.value(), e);
        }
    }

    @Override
    public void close() throws IOException {
        if (read < length) {
            in.abort();
        } else {
            in.close();
        }
    }
}
