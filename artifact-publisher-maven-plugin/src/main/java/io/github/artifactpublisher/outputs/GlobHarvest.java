package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.UnmatchedException.Unmatched;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what globs match. */
final class GlobHarvest {
    private final BaseFolder base;
    private final Harvest harvest;

    GlobHarvest(BaseFolder base, Harvest harvest) {
        this.base = base;
        this.harvest = harvest;
    }

    void add(Selection.Globs globs) {
        Set<Glob> unmatched = new LinkedHashSet<>(globs.includes());
        new GlobWalk(base, globs.includes(), globs.excludes(), (file, path) -> {
                    unmatched.removeIf(glob -> glob.matches(path.names()));
                    harvest.candidates().add(new Candidate(file, path, path.toString(), globs.attributes()));
                })
                .walk();
        for (Glob glob : unmatched) {
            List<String> nearest = NearestPaths.to(glob, base.path());
            harvest.unmatched().add(new Unmatched(glob.toString(), nearest, Optional.empty()));
        }
    }
}
