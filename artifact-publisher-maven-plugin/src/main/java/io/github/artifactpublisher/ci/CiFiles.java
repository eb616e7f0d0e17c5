package io.github.artifactpublisher.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the small text files that some CI servers write in addition to the environment: GitHub's event, TeamCity's
 * properties.
 */
@FunctionalInterface
public interface CiFiles {
    /** The whole text of a UTF-8 file; empty if it does not exist or cannot be read. */
    Optional<String> read(Path file);

    /**
     * Reads each file once.
     *
     * @param files reads the files that are not in the cache
     * @param texts the cache; may be shared, values are Optionals
     */
    @SuppressWarnings("unchecked")
    static CiFiles cached(CiFiles files, Map<String, Object> texts) {
        return file -> {
            synchronized (texts) {
                return (Optional<String>) texts.computeIfAbsent("file " + file, name -> files.read(file));
            }
        };
    }

    /** Reads from the disk. Thread-safe. */
    static CiFiles onDisk() {
        return file -> {
            try {
                return Optional.of(Files.readString(file));
            } catch (IOException unreadable) {
                // The files only add to the environment; without them, the values are empty.
                return Optional.empty();
            }
        };
    }
}
