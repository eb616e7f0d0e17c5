package io.github.artifactpublisher.outputs;

import java.nio.file.Path;

/**
 * A file that a selection found, not yet guarded.
 *
 * @param file where it is
 * @param path the same, relative to the base folder
 * @param name what it is to be called
 * @param attributes how it is to be stored
 */
record Candidate(Path file, RelativePath path, String name, ObjectAttributes attributes) {}
