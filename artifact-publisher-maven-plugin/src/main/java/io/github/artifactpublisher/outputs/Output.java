package io.github.artifactpublisher.outputs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/**
 * A file that the build made and that is to be published.
 *
 * @param file the file
 * @param name its name below the prefix of the set, without {@code .gz}; segments are separated by {@code /}
 * @param executable whether its owner may execute it
 * @param coordinates its Maven coordinates, if it is an artifact
 * @param attributes how it is stored
 */
public record Output(
        Path file, String name, boolean executable, Optional<Coordinates> coordinates, ObjectAttributes attributes) {
    /** An output without attributes. */
    public Output(Path file, String name, boolean executable, Optional<Coordinates> coordinates) {
        this(file, name, executable, coordinates, ObjectAttributes.NONE);
    }

    /**
     * An output of this name, executable if its owner may execute the file.
     *
     * @throws IOException if the permissions of the file cannot be read
     */
    public static Output of(Path file, String name, Optional<Coordinates> coordinates) throws IOException {
        return new Output(file, name, isExecutable(file), coordinates);
    }

    /** This output under another name. */
    public Output named(String other) {
        return new Output(file, other, executable, coordinates, attributes);
    }

    /** This output with other attributes. */
    public Output with(ObjectAttributes other) {
        return new Output(file, name, executable, coordinates, other);
    }

    /** On a file system without this permission (Windows), where every file "can be executed", no file is marked. */
    private static boolean isExecutable(Path file) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return posix != null && posix.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }
}
