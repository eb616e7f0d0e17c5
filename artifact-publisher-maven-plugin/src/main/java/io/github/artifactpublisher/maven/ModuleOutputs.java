package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.outputs.Coordinates;
import io.github.artifactpublisher.outputs.Output;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** Finds what a module has built: its main artifact and those attached to it. */
final class ModuleOutputs {
    /** What a published file is called. */
    enum Names {
        /** As the file that was built. */
        FILE,
        /** {@code artifactId-version[-classifier].extension}, whatever the file is called. */
        COORDINATES
    }

    private final Names names;

    ModuleOutputs(Names names) {
        this.names = names;
    }

    /**
     * The outputs of a module. A module of packaging {@code pom} has no main artifact.
     *
     * @throws SettingException if the main artifact has not been built
     */
    List<Output> of(MavenProject project) {
        return Stream.concat(main(project).stream(), project.getAttachedArtifacts().stream())
                .filter(ModuleOutputs::isFile)
                .filter(artifact -> !isConsumerPom(artifact))
                .map(this::output)
                .toList();
    }

    private static Optional<Artifact> main(MavenProject project) {
        if (project.getPackaging().equals("pom")) {
            return Optional.empty();
        }
        Artifact artifact = project.getArtifact();
        if (!isFile(artifact) && project.getAttachedArtifacts().isEmpty()) {
            throw new SettingException(
                    "The module " + project.getArtifactId(),
                    "has no main artifact: it was not built in this run of Maven",
                    "Run a phase that packages it first, such as: mvn deploy. To leave the module out, set"
                            + " artifacts.skip=true in its POM.");
        }
        return Optional.of(artifact);
    }

    /** Within a reactor that only compiles, the "file" of a jar is its classes folder. */
    private static boolean isFile(Artifact artifact) {
        File file = artifact.getFile();
        return file != null && file.isFile();
    }

    /** Maven 4 attaches the POM that it would deploy, in a file whose name is another in each run. */
    private static boolean isConsumerPom(Artifact artifact) {
        return artifact.getType().equals("pom") && "consumer".equals(artifact.getClassifier());
    }

    private Output output(Artifact artifact) {
        Coordinates coordinates = coordinates(artifact);
        String name = names == Names.FILE ? artifact.getFile().getName() : name(coordinates);
        try {
            return Output.of(artifact.getFile().toPath(), name, Optional.of(coordinates));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Coordinates coordinates(Artifact artifact) {
        return new Coordinates(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getVersion(),
                Optional.ofNullable(artifact.getClassifier()).filter(c -> !c.isBlank()),
                artifact.getArtifactHandler().getExtension());
    }

    private static String name(Coordinates c) {
        String classifier = c.classifier().map(text -> "-" + text).orElse("");
        return c.artifactId() + "-" + c.version() + classifier + "." + c.extension();
    }
}
