package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.glob.RelativePath;
import java.nio.file.Path;

/**
 * A file that a selection found, before the safety check.
 *
 * @param file the file
 * @param path its path relative to the base folder
 * @param name its name in the set
 * @param attributes how it is stored
 */
record Candidate(Path file, RelativePath path, String name, ObjectAttributes attributes) {}
