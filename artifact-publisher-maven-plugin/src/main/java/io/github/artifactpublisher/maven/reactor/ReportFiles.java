package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.glob.RelativePath;
import io.github.artifactpublisher.maven.message.RefusedReport;
import io.github.artifactpublisher.maven.settings.SelectionSettings;
import io.github.artifactpublisher.outputs.FileSelector;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.outputs.RefusedFile;
import io.github.artifactpublisher.outputs.Selection;
import io.github.artifactpublisher.outputs.UnmatchedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** Finds the test reports, logs and dumps of a failed build in the build folders of its modules. */
final class ReportFiles {
    private static final List<String> PATTERNS =
            List.of("surefire-reports/", "failsafe-reports/", "**/*.log", "*.dump*");

    private final Path root;
    private final SelectionSettings selection;
    private final Instant since;
    private final Set<RefusedReport> refused = new LinkedHashSet<>();

    /**
     * Creates a finder.
     *
     * @param root the folder in which the whole build was started: names are relative to it
     * @param selection the allowed files, and how files are stored
     * @param since the start of the build; older files belong to another build
     */
    ReportFiles(Path root, SelectionSettings selection, Instant since) {
        this.root = root;
        this.selection = selection;
        // Some file systems store whole seconds.
        this.since = since.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Returns the reports of a module, without those that the safety check refuses; none if it was not built.
     *
     * @throws io.github.artifactpublisher.outputs.SelectionException if they cannot be read
     */
    List<Output> of(MavenProject project) {
        Path folder =
                Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String prefix =
                folder.startsWith(root) ? RelativePath.between(root, folder).toString() : project.getArtifactId();
        return PATTERNS.stream()
                .flatMap(pattern -> matching(folder, pattern, prefix))
                .distinct()
                .filter(output -> isOfThisBuild(output.file()))
                .map(output -> output.named(prefix + "/" + output.name()))
                .toList();
    }

    private Stream<Output> matching(Path folder, String pattern, String prefix) {
        Selection reports = Selection.globs(List.of(pattern), List.of()).with(selection.attributes());
        try {
            return new FileSelector(selection.allowances())
                    .selectAllowed(folder, List.of(reports), file -> recordRefused(folder, file, prefix)).stream();
        } catch (UnmatchedException none) {
            return Stream.of();
        }
    }

    /** Files that are older than the build are ignored. A link is not followed, because its target may not exist. */
    private void recordRefused(Path folder, RefusedFile file, String prefix) {
        if (file.path().endsWith("/") || isOfThisBuild(folder.resolve(file.path()), LinkOption.NOFOLLOW_LINKS)) {
            refused.add(new RefusedReport(prefix, file));
        }
    }

    /** Returns the refused reports of the modules so far. */
    List<RefusedReport> refused() {
        return List.copyOf(refused);
    }

    private boolean isOfThisBuild(Path file, LinkOption... links) {
        try {
            return !Files.getLastModifiedTime(file, links).toInstant().isBefore(since);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
