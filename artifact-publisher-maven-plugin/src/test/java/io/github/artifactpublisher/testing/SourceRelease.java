package io.github.artifactpublisher.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The source release of a project that nobody here wrote, as Maven Central keeps it: a zip with one folder, that of the
 * project.
 */
public final class SourceRelease {
    private final Path zip;

    private SourceRelease(Path zip) {
        this.zip = zip;
    }

    /**
     * That of an artifact in a local repository.
     *
     * @param localRepository where the invoker has staged it
     * @param coordinates {@code groupId:artifactId:version}
     */
    public static SourceRelease in(File localRepository, String coordinates) {
        String[] parts = coordinates.split(":", -1);
        Path folder = localRepository
                .toPath()
                .resolve(parts[0].replace('.', '/'))
                .resolve(parts[1])
                .resolve(parts[2]);
        return new SourceRelease(folder.resolve(parts[1] + "-" + parts[2] + "-source-release.zip"));
    }

    /**
     * The project takes the place of the story's POM, which is an edit of the project's own: see {@link PomEdit}.
     *
     * @param directory of the story, whose {@code pom.xml} is the edit
     * @param oldParent {@code groupId:artifactId:version} of the parent that the project has
     */
    public void reparentedInto(File directory, String oldParent) {
        Path pom = directory.toPath().resolve("pom.xml");
        PomEdit edit = PomEdit.read(pom);
        unpackInto(directory.toPath().normalize());
        edit.applyTo(pom, oldParent);
    }

    private void unpackInto(Path directory) {
        try (ZipFile release = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(release.entries())) {
                Path target = directory
                        .resolve(entry.getName().substring(entry.getName().indexOf('/') + 1))
                        .normalize();
                assertThat(target.startsWith(directory)).as(entry.getName()).isTrue();
                if (!entry.isDirectory()) {
                    Files.createDirectories(target.getParent());
                    Files.write(target, release.getInputStream(entry).readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
