package io.github.artifactpublisher.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * An object, or a range of it, that is being downloaded. It uses a connection until it is closed. Closing it before the
 * end of the body drops the connection, so no further bytes are downloaded. Not thread-safe.
 *
 * @param object size, ETag and time of the whole object
 * @param headers Content-Type and other headers of the object, without its tags
 * @param offset the position of the body's first byte in the object
 * @param length the number of bytes of the body
 * @param body the bytes; its methods throw a {@link StoreException} if the download fails or ends before {@code length}
 *     bytes
 */
public record OpenObject(ListedObject object, ObjectHeaders headers, long offset, long length, InputStream body)
        implements AutoCloseable {
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
