package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import io.github.artifactpublisher.outputs.UnmatchedException.Unmatched;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds what entries of the {@code paths} form name. */
final class PathsHarvest {
    private final BaseFolder base;
    private final Harvest harvest;

    PathsHarvest(BaseFolder base, Harvest harvest) {
        this.base = base;
        this.harvest = harvest;
    }

    void add(Selection.Paths paths) {
        Optional<PathEntry> before = Optional.empty();
        for (PathEntry entry : paths.entries()) {
            RelativePath source = source(entry);
            if (!find(paths, entry, source)) {
                List<String> nearest = NearestPaths.to(Glob.of(Glob.escape(source.toString())), base.path());
                harvest.unmatched().add(new Unmatched(entry.source(), nearest, meant(before, entry)));
            }
            before = Optional.of(entry);
        }
    }

    private boolean find(Selection.Paths paths, PathEntry entry, RelativePath source) {
        int known = harvest.candidates().size();
        String literal = Glob.escape(source.toString());
        List<Glob> includes =
                literal.isEmpty() ? List.of(Glob.of("**")) : List.of(Glob.of(literal), Glob.of(literal + "/**"));
        new GlobWalk(base, includes, paths.excludes(), (file, path) -> {
                    String name = entry.name(path, source);
                    harvest.candidates().add(new Candidate(file, path, name, paths.attributes()));
                })
                .walk();
        return harvest.candidates().size() > known;
    }

    /** A list that somebody took to be separated by commas, or to be able to hold a folder and its destination. */
    private static Optional<String> meant(Optional<PathEntry> before, PathEntry entry) {
        if (entry.source().contains(",")) {
            return Optional.of(entry.toString().replaceAll("\\s*,\\s*", ":"));
        }
        return before.filter(folder -> folder.source().endsWith("/"))
                .filter(folder -> folder.destination().isEmpty())
                .filter(folder -> entry.destination().isEmpty())
                .map(folder -> folder.source() + PathsForm.ARROW + entry.source());
    }

    private RelativePath source(PathEntry entry) {
        try {
            Path source = base.path().resolve(entry.source()).normalize();
            if (source.startsWith(base.path())) {
                return RelativePath.between(base.path(), source);
            }
            if (source.startsWith(base.real())) {
                return RelativePath.between(base.real(), source);
            }
        } catch (InvalidPathException e) {
            throw new SelectionException(Fault.BAD_PATTERN, entry.source(), "is no path on this platform", e);
        }
        throw new SelectionException(Fault.OUTSIDE_BASE, entry.source(), "is not below " + base.path());
    }
}
