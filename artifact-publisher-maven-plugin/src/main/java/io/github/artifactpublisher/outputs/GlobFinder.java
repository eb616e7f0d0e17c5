package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.glob.BaseFolder;
import io.github.artifactpublisher.glob.Glob;
import io.github.artifactpublisher.glob.GlobWalk;
import io.github.artifactpublisher.glob.NearestPaths;
import io.github.artifactpublisher.outputs.UnmatchedException.Unmatched;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the files that globs match. */
final class GlobFinder {
    private final BaseFolder base;
    private final SelectionResult result;

    GlobFinder(BaseFolder base, SelectionResult result) {
        this.base = base;
        this.result = result;
    }

    void find(Selection.Globs globs) {
        Set<Glob> unmatched = new LinkedHashSet<>(globs.includes());
        new GlobWalk(base, globs.includes(), globs.excludes(), (file, path) -> {
                    unmatched.removeIf(glob -> glob.matches(path));
                    result.candidates().add(new Candidate(file, path, path.toString(), globs.attributes()));
                })
                .walk();
        for (Glob glob : unmatched) {
            List<String> nearest = NearestPaths.to(glob, base.path());
            result.unmatched().add(new Unmatched(glob.toString(), nearest, Optional.empty()));
        }
    }
}
