package io.github.artifactpublisher.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the small text files that some CI servers put beside the environment: GitHub's event, TeamCity's properties.
 */
@FunctionalInterface
public interface CiFiles {
    /** The whole text of a UTF-8 file; empty if it is not there or cannot be read. */
    Optional<String> read(Path file);

    /**
     * Reads each file once.
     *
     * @param files reads what has not been read yet
     * @param texts takes the texts, as Optionals; others may share it
     */
    @SuppressWarnings("unchecked")
    static CiFiles remembered(CiFiles files, Map<String, Object> texts) {
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
                // These files only add to what the environment says: what is missing shows in the values.
                return Optional.empty();
            }
        };
    }
}
