package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.outputs.FileSelector;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.outputs.SafetyCheck.Allowances;
import io.github.artifactpublisher.outputs.Selection;
import java.nio.file.Path;
import java.util.List;

/**
 * The selections of files below the root of the build. They are searched when all modules are built, because later
 * modules may write some of the files. Modules that inherit the same selections have equal values, and the files are
 * searched once.
 *
 * @param root the folder in which the build was started
 * @param selections the selections
 * @param allowances the files that the safety check does not refuse
 */
record RootSelections(Path root, List<Selection> selections, Allowances allowances) {
    /**
     * Finds the files.
     *
     * @throws io.github.artifactpublisher.outputs.SelectionException if a selection is wrong, or a file is refused
     */
    List<Output> find() {
        return selections.isEmpty() ? List.of() : new FileSelector(allowances).select(root, selections);
    }
}
