package io.github.artifactpublisher.glob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that patterns and paths are relative to.
 *
 * @param path absolute, as it was given
 * @param real the same without any link
 */
public record BaseFolder(Path path, Path real) {
    /**
     * Makes the path absolute and resolves links.
     *
     * @throws GlobException if it is not a folder, or cannot be read
     */
    public static BaseFolder of(Path given) {
        Path path = given.toAbsolutePath().normalize();
        try {
            if (Files.isDirectory(path)) {
                return new BaseFolder(path, path.toRealPath());
            }
        } catch (IOException e) {
            throw GlobException.unreadable(path, e);
        }
        throw new GlobException(GlobException.Fault.NO_FOLDER, path.toString(), "is not a folder", null);
    }
}
