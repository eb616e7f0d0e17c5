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
 * @param file where it is
 * @param name what it is called below the prefix of its set, before any {@code .gz}; segments divided by {@code /}
 * @param executable whether its owner may execute it
 * @param coordinates its Maven coordinates, if it is an artifact
 * @param attributes how it is to be stored
 */
public record Output(
        Path file, String name, boolean executable, Optional<Coordinates> coordinates, ObjectAttributes attributes) {
    /** An output without particular attributes. */
    public Output(Path file, String name, boolean executable, Optional<Coordinates> coordinates) {
        this(file, name, executable, coordinates, ObjectAttributes.NONE);
    }

    /** An output of this name, executable if its owner may execute it. */
    public static Output of(Path file, String name, Optional<Coordinates> coordinates) throws IOException {
        return new Output(file, name, isExecutable(file), coordinates);
    }

    /** This output under another name. */
    public Output named(String other) {
        return new Output(file, other, executable, coordinates, attributes);
    }

    /** This output, to be stored in another way. */
    public Output with(ObjectAttributes other) {
        return new Output(file, name, executable, coordinates, other);
    }

    /** Where the file system keeps no such bit (Windows), no file is marked: there, every file "can be executed". */
    private static boolean isExecutable(Path file) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return posix != null && posix.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }
}
