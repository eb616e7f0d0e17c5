package io.github.artifactpublisher.manifest;

import io.github.artifactpublisher.store.Body;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The manifest of a set, as {@code docs/manifest.md} describes it. Immutable.
 *
 * @param build the build that has published the set
 * @param publishedAt when it was written, if it says so; written to the second
 * @param layout where the objects are below the prefix; empty if it names a layout that is not known
 * @param conditionalWrites whether the store enforces preconditions; empty if that was not tested
 * @param objects sorted by key, without the manifest and the checksum file
 */
public record Manifest(
        BuildFacts build,
        Optional<Instant> publishedAt,
        Optional<Layout> layout,
        Optional<Boolean> conditionalWrites,
        List<ManifestEntry> objects) {
    /** The version of the format. */
    public static final int SCHEMA = 1;

    /** Copies the list. */
    public Manifest {
        objects = List.copyOf(objects);
    }

    /**
     * Parses a manifest. A value that only describes the build and cannot be parsed counts as absent.
     *
     * @param json UTF-8
     * @param location for the message: {@code s3://bucket/key}
     * @throws ManifestException if it is not a manifest, has an unknown schema, or an object in it is not valid
     */
    public static Manifest parse(byte[] json, String location) {
        return new ManifestParser(location).parse(json);
    }

    /** Returns the same manifest of a store that enforces preconditions, or does not. */
    public Manifest withConditionalWrites(boolean enforced) {
        return new Manifest(build, publishedAt, layout, Optional.of(enforced), objects);
    }

    /** Writes the manifest as JSON: UTF-8, pretty-printed, without the values that are not known. */
    public Body.BytesBody toJson() {
        return Body.of(ManifestSerializer.bytes(this));
    }
}
