package io.github.artifactpublisher.store;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The headers, metadata and tags of an object.
 *
 * @param contentType its Content-Type
 * @param contentEncoding its Content-Encoding, such as {@code gzip} if clients shall decompress it
 * @param cacheControl its Cache-Control
 * @param metadata its user metadata: names that are HTTP tokens, values of printable ASCII
 * @param tags its tags
 */
public record ObjectHeaders(
        String contentType,
        Optional<String> contentEncoding,
        Optional<String> cacheControl,
        Map<String, String> metadata,
        Map<String, String> tags) {
    /** Copies the maps, in the order of their names. */
    public ObjectHeaders {
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }
}
