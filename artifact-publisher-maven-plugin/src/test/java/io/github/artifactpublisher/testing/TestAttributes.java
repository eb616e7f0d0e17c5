package io.github.artifactpublisher.testing;

import io.github.artifactpublisher.outputs.ObjectAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Object attributes of which one is set. {@link ObjectAttributes#orElse} combines them. */
public final class TestAttributes {
    private TestAttributes() {}

    public static ObjectAttributes cacheControl(String value) {
        return new ObjectAttributes(
                Optional.empty(), Optional.of(value), Map.of(), Map.of(), Optional.empty(), OptionalInt.empty());
    }

    public static ObjectAttributes metadata(Map<String, String> values) {
        return new ObjectAttributes(
                Optional.empty(), Optional.empty(), values, Map.of(), Optional.empty(), OptionalInt.empty());
    }

    public static ObjectAttributes tags(Map<String, String> values) {
        return new ObjectAttributes(
                Optional.empty(), Optional.empty(), Map.of(), values, Optional.empty(), OptionalInt.empty());
    }

    public static ObjectAttributes gzip(boolean value) {
        return new ObjectAttributes(
                Optional.empty(), Optional.empty(), Map.of(), Map.of(), Optional.of(value), OptionalInt.empty());
    }

    public static ObjectAttributes level(int value) {
        return new ObjectAttributes(
                Optional.empty(), Optional.empty(), Map.of(), Map.of(), Optional.empty(), OptionalInt.of(value));
    }
}
