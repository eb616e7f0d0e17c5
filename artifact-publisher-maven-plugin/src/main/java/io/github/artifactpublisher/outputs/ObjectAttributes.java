package io.github.artifactpublisher.outputs;

import static io.github.artifactpublisher.outputs.AttributeRules.require;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The attributes with which a file is stored. Immutable.
 *
 * @param contentType the Content-Type of the file. An object that is not gzipped, or has {@code Content-Encoding:
 *     gzip}, gets this Content-Type. Any other gzipped object is {@code application/gzip}, because a browser would show
 *     the compressed bytes of {@code text/html}
 * @param cacheControl the Cache-Control of the object
 * @param metadata user metadata without {@code x-amz-meta-}; names are converted to lower case, as S3 returns them; at
 *     most 2 KB in all
 * @param tags at most ten
 * @param gzip on gzips every file, off none; empty means on, unless the file is compressed already
 * @param level the compression level, 1 to 9; ignored if the object is not gzipped
 */
public record ObjectAttributes(
        Optional<String> contentType,
        Optional<String> cacheControl,
        Map<String, String> metadata,
        Map<String, String> tags,
        Optional<Boolean> gzip,
        OptionalInt level) {
    /** No attributes. */
    public static final ObjectAttributes NONE = new ObjectAttributes(
            Optional.empty(), Optional.empty(), Map.of(), Map.of(), Optional.empty(), OptionalInt.empty());

    /**
     * Checks each value and copies the maps, sorted.
     *
     * @throws SelectionException if a value is not legal; its subject is the attribute
     */
    public ObjectAttributes {
        contentType.ifPresent(value -> AttributeRules.requireMediaType("contentType", value));
        cacheControl.ifPresent(value -> AttributeRules.requireValue("cacheControl", value));
        metadata = Collections.unmodifiableMap(AttributeRules.requireMetadata(metadata));
        tags = Collections.unmodifiableMap(AttributeRules.requireTags(tags));
        level.ifPresent(value -> require(value >= 1 && value <= 9, "level", "is " + value + ", not 1 to 9"));
    }

    /** These attributes with another Content-Type. */
    public ObjectAttributes withContentType(String value) {
        return new ObjectAttributes(Optional.of(value), cacheControl, metadata, tags, gzip, level);
    }

    /** These attributes, and the defaults for those that are not set. Metadata and tags are merged. */
    public ObjectAttributes orElse(ObjectAttributes defaults) {
        return new ObjectAttributes(
                contentType.or(defaults::contentType),
                cacheControl.or(defaults::cacheControl),
                merged(defaults.metadata, metadata),
                merged(defaults.tags, tags),
                gzip.or(defaults::gzip),
                level.isPresent() ? level : defaults.level);
    }

    private static Map<String, String> merged(Map<String, String> defaults, Map<String, String> own) {
        Map<String, String> both = new TreeMap<>(defaults);
        both.putAll(own);
        return both;
    }
}
