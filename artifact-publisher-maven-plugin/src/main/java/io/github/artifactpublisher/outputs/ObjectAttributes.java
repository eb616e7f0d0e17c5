package io.github.artifactpublisher.outputs;

import static io.github.artifactpublisher.outputs.HeaderRules.require;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How a file is to be stored.
 *
 * @param contentType what the file itself is. An object that is stored as it is has this Content-Type; one that is
 *     gzipped on its way is {@code application/gzip} whatever this says, because a browser that is told
 *     {@code text/html} would show the compressed bytes. Where the bytes travel under {@code Content-Encoding: gzip},
 *     this is the Content-Type again
 * @param cacheControl the Cache-Control of the object
 * @param metadata user metadata without {@code x-amz-meta-}: names are made small, as S3 gives them back; 2 KB in all
 * @param tags at most ten
 * @param gzip on or off; empty means on, unless the file is compressed already. On gzips even that
 * @param level the effort of gzip, 1 to 9; heeded where the object is gzipped
 */
public record ObjectAttributes(
        Optional<String> contentType,
        Optional<String> cacheControl,
        Map<String, String> metadata,
        Map<String, String> tags,
        Optional<Boolean> gzip,
        OptionalInt level) {
    /** Nothing in particular. */
    public static final ObjectAttributes NONE = new ObjectAttributes(
            Optional.empty(), Optional.empty(), Map.of(), Map.of(), Optional.empty(), OptionalInt.empty());

    /**
     * Checks each value and copies the maps, sorted.
     *
     * @throws SelectionException if one is not legal, named as the attribute
     */
    public ObjectAttributes {
        contentType.ifPresent(value -> HeaderRules.requireMediaType("contentType", value));
        cacheControl.ifPresent(value -> HeaderRules.requireValue("cacheControl", value));
        metadata = Collections.unmodifiableMap(HeaderRules.requireMetadata(metadata));
        tags = Collections.unmodifiableMap(TagRules.requireTags(tags));
        level.ifPresent(value -> require(value >= 1 && value <= 9, "level", "is " + value + ", not 1 to 9"));
    }

    /** These with another Content-Type. */
    public ObjectAttributes withContentType(String value) {
        return new ObjectAttributes(Optional.of(value), cacheControl, metadata, tags, gzip, level);
    }

    /** These with another Cache-Control. */
    public ObjectAttributes withCacheControl(String value) {
        return new ObjectAttributes(contentType, Optional.of(value), metadata, tags, gzip, level);
    }

    /** These with other metadata. */
    public ObjectAttributes withMetadata(Map<String, String> values) {
        return new ObjectAttributes(contentType, cacheControl, values, tags, gzip, level);
    }

    /** These with other tags. */
    public ObjectAttributes withTags(Map<String, String> values) {
        return new ObjectAttributes(contentType, cacheControl, metadata, values, gzip, level);
    }

    /** These with gzip on or off. */
    public ObjectAttributes withGzip(boolean value) {
        return new ObjectAttributes(contentType, cacheControl, metadata, tags, Optional.of(value), level);
    }

    /** These with another level of gzip. */
    public ObjectAttributes withLevel(int value) {
        return new ObjectAttributes(contentType, cacheControl, metadata, tags, gzip, OptionalInt.of(value));
    }

    /** These, and where they say nothing, the defaults; of metadata and tags both, these winning. */
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
