package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.outputs.FileSelector;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.outputs.SafetyCheck.Allowances;
import io.github.artifactpublisher.outputs.Selection;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that a module selects below the root of the build. They are looked up when all modules are built, because
 * later modules may write some of them. Modules that inherit the same selections have equal values, and the files are
 * looked up once.
 *
 * @param root the folder in which the build was started
 * @param selections the selections
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
