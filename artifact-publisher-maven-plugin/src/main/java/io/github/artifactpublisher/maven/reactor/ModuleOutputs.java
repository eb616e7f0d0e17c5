package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.glob.RelativePath;
import io.github.artifactpublisher.maven.settings.ModuleSettings.Names;
import io.github.artifactpublisher.maven.settings.SelectionScope.Base;
import io.github.artifactpublisher.maven.settings.SelectionSettings;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.outputs.Coordinates;
import io.github.artifactpublisher.outputs.FileSelector;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.outputs.Selection;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** Finds the files of a module: its main artifact, its attached artifacts, and the files that the user selects. */
public final class ModuleOutputs {
    private final Names names;
    private final SelectionSettings selection;
    private final Path root;
    private final boolean packaged;

    /**
     * Creates a finder.
     *
     * @param root the folder in which the whole build was started: the names of selected files are relative to it
     * @param packaged whether the module has been packaged
     */
    ModuleOutputs(Names names, SelectionSettings selection, Path root, boolean packaged) {
        this.names = names;
        this.selection = selection;
        this.root = root;
        this.packaged = packaged;
    }

    /**
     * Returns the files of a module. A module has no main artifact if its packaging is {@code pom}, if all of its
     * artifacts have a classifier, or if it has nothing to package.
     *
     * @throws SettingException if an artifact has not been built
     * @throws io.github.artifactpublisher.outputs.SelectionException if a selection is wrong, or a file is refused
     */
    List<Output> of(MavenProject project) {
        Stream<Output> artifacts = selection.attached().stream()
                .flatMap(attributes -> artifacts(project).map(output -> output.with(attributes)));
        return Stream.concat(artifacts, selected(project)).toList();
    }

    /** Returns the files that the module selects below the root of the build. */
    RootSelections belowRoot() {
        return new RootSelections(root, selection.selections(Base.ROOT, List.of()), selection.allowances());
    }

    private Stream<Output> selected(MavenProject project) {
        List<String> modules = project.getModules().stream()
                .map(module -> Path.of(module).normalize())
                .filter(module -> !module.startsWith(".."))
                .map(module -> RelativePath.of(module) + "/")
                .toList();
        List<Selection> selections = selection.selections(Base.MODULE, modules);
        if (selections.isEmpty()) {
            return Stream.of();
        }
        Path base = project.getBasedir().toPath();
        String prefix = base.equals(root) || !base.startsWith(root) ? "" : RelativePath.between(root, base) + "/";
        return new FileSelector(selection.allowances())
                .select(base, selections).stream().map(output -> output.named(prefix + output.name()));
    }

    private Stream<Output> artifacts(MavenProject project) {
        List<Artifact> attached = project.getAttachedArtifacts().stream()
                .filter(artifact -> !isConsumerPom(artifact))
                .toList();
        if (lacksMain(project)) {
            requireNoMainExpected(project, attached);
        }
        boolean hasNoMain = isPom(project) || lacksMain(project);
        return Stream.concat(hasNoMain ? Stream.of() : Stream.of(project.getArtifact()), attached.stream())
                .peek(artifact -> requireFile(artifact, project))
                .map(this::output);
    }

    /** Returns whether there is no main artifact. Compiler plugins set its file to the folder of the classes. */
    static boolean lacksMain(MavenProject project) {
        File file = project.getArtifact().getFile();
        return !isPom(project) && (file == null || file.isDirectory());
    }

    private static boolean isPom(MavenProject project) {
        return project.getPackaging().equals("pom");
    }

    private void requireNoMainExpected(MavenProject project, List<Artifact> attached) {
        if (!packaged) {
            throw notBuilt(project, "has no main artifact: the phase package has not run");
        }
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        if (attached.isEmpty() && !isEmpty(classes)) {
            throw notBuilt(project, "has no main artifact and no attached artifact: no plugin has packaged " + classes);
        }
    }

    /** The jar plugin with {@code skipIfEmpty} makes no jar of such a folder. */
    private static boolean isEmpty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.noneMatch(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An artifact without a file fails the build, because the set would be incomplete. */
    private static void requireFile(Artifact artifact, MavenProject project) {
        File file = artifact.getFile();
        if (file == null || !file.isFile()) {
            throw notBuilt(
                    project,
                    "has the artifact " + coordinates(artifact)
                            + (file == null ? ", which has no file" : ", whose file " + file + missing(file)));
        }
    }

    private static String missing(File file) {
        return file.isDirectory() ? " is a folder" : " does not exist";
    }

    private static SettingException notBuilt(MavenProject project, String reason) {
        return new SettingException(
                "The module " + project.getArtifactId(),
                reason,
                "Run mvn deploy or another phase that packages, and make sure that nothing deletes the artifacts. To exclude the module, set artifacts.skip=true in its POM; to exclude only its artifacts, set artifacts.attached=false.");
    }

    /** Maven 4 attaches the POM that it deploys. Its file has another name in each run. */
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

    /** Returns the coordinates of an artifact. */
    public static Coordinates coordinates(Artifact artifact) {
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
