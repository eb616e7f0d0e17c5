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

/** The source release of another project on Maven Central: a zip file that contains the folder of the project. */
public final class SourceRelease {
    private final Path zip;

    private SourceRelease(Path zip) {
        this.zip = zip;
    }

    /**
     * Returns the source release of an artifact.
     *
     * @param localRepository the local repository into which the invoker has installed it
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
     * Replaces the story by the project and applies the story's POM to the project's POM, see {@link PomEdit}.
     *
     * @param directory the folder of the story; its {@code pom.xml} contains the changes
     * @param oldParent {@code groupId:artifactId:version} of the project's parent
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
