package io.github.artifactpublisher.outputs;

import java.util.Optional;

/**
 * The Maven coordinates of an output.
 *
 * @param groupId for example {@code com.acme}
 * @param artifactId for example {@code app}
 * @param version for example {@code 1.4.0}
 * @param classifier for example {@code sources}; empty for a main artifact
 * @param extension for example {@code jar}
 */
public record Coordinates(
        String groupId, String artifactId, String version, Optional<String> classifier, String extension) {
    @Override
    public String toString() {
        String tail = classifier.map(c -> ":" + c).orElse("");
        return groupId + ":" + artifactId + ":" + extension + tail + ":" + version;
    }
}
