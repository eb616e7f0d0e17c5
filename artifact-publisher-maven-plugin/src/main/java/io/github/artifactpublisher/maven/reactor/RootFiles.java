package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.outputs.FileSelector;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.outputs.SafetyCheck.Allowances;
import io.github.artifactpublisher.outputs.Selection;
import java.nio.file.Path;
import java.util.List;

/**
 * Files that a module selects below the root of the whole build. They are looked for when all modules have been built,
 * since a module that is built early would not find what later ones make. All modules that inherit the same selections
 * from a parent have equal values, so that they are looked for once.
 *
 * @param root the folder in which the build was started
 * @param selections which files
 * @param allowances the files that the safety check does not refuse
 */
record RootFiles(Path root, List<Selection> selections, Allowances allowances) {
    /**
     * Looks for them.
     *
     * @throws io.github.artifactpublisher.outputs.SelectionException if they cannot be selected as the user asks
     */
    List<Output> find() {
        return selections.isEmpty() ? List.of() : new FileSelector(allowances).select(root, selections);
    }
}
