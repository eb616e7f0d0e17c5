package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.Digests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes to be stored, with their digests. They can be read again and again, since a request may have to be sent again,
 * and nobody else may change them. Thread-safe.
 */
public interface Body {
    /** The digests of exactly the bytes that {@link #open} gives. */
    Digests digests();

    /** A new stream over the bytes, from the first on. The caller closes it. */
    InputStream open() throws IOException;

    /** The bytes of an array that nobody changes any more. */
    static Body of(byte[] bytes) {
        return new BytesBody(bytes, Digests.of(bytes));
    }

    /** The bytes of a private file, whose digests were taken when it was written. */
    static Body of(Path file, Digests digests) {
        return new FileBody(file, digests);
    }

    /**
     * Bytes in memory.
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

    /**
     * Bytes in a file.
     *
     * @param file the file
     * @param digests the digests of what was written to it
     */
    record FileBody(Path file, Digests digests) implements Body {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
