package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that outputs are selected in and that no link may lead out of.
 *
 * @param path absolute, as it was given
 * @param real the same without any link
 */
record BaseFolder(Path path, Path real) {
    static BaseFolder of(Path given) {
        Path path = given.toAbsolutePath().normalize();
        try {
            if (Files.isDirectory(path)) {
                return new BaseFolder(path, path.toRealPath());
            }
        } catch (IOException e) {
            throw new SelectionException(Fault.UNREADABLE, path.toString(), "cannot be read", e);
        }
        throw new SelectionException(Fault.NO_FOLDER, path.toString(), "is no folder");
    }
}
