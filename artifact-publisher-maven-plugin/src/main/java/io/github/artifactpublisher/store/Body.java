package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.Digests;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * The bytes of an object to upload, with their digests. They are in memory, do not change, and can be read several
 * times, because a request may be sent again. Thread-safe.
 */
public interface Body {
    /** Returns the digests of exactly the bytes of {@link #open}. */
    Digests digests();

    /** Returns a new stream of the bytes, which need not be closed. */
    InputStream open();

    /** Creates a body from an array, which must not be changed afterwards. */
    static BytesBody of(byte[] bytes) {
        return new BytesBody(bytes, Digests.of(bytes));
    }

    /**
     * The bytes of one array.
     *
     * @param bytes the bytes
     * @param digests their digests
     */
    @SuppressWarnings("ArrayRecordComponent")
    record BytesBody(byte[] bytes, Digests digests) implements Body {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
