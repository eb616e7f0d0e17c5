package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.Digests;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * Bytes to be stored, with their digests. They are in memory and can be read again and again, since a request may have
 * to be sent again, and nobody changes them meanwhile. Thread-safe.
 */
public interface Body {
    /** The digests of exactly the bytes that {@link #open} gives. */
    Digests digests();

    /** A new stream over the bytes, from the first on; it needs no closing. */
    InputStream open();

    /** The bytes of an array that nobody changes any more. */
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
