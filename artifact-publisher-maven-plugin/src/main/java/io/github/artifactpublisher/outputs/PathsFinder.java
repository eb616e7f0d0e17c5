package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.glob.BaseFolder;
import io.github.artifactpublisher.glob.Glob;
import io.github.artifactpublisher.glob.GlobWalk;
import io.github.artifactpublisher.glob.NearestPaths;
import io.github.artifactpublisher.glob.RelativePath;
import io.github.artifactpublisher.outputs.SelectionException.Fault;
import io.github.artifactpublisher.outputs.UnmatchedException.Unmatched;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the files and folders that the entries of {@code artifacts.paths} name. */
final class PathsFinder {
    private final BaseFolder base;
    private final SelectionResult result;

    PathsFinder(BaseFolder base, SelectionResult result) {
        this.base = base;
        this.result = result;
    }

    void find(Selection.Paths paths) {
        Optional<PathEntry> before = Optional.empty();
        for (PathEntry entry : paths.entries()) {
            RelativePath source = source(entry);
            if (!exists(paths, entry, source)) {
                List<String> nearest = NearestPaths.to(Glob.of(Glob.escape(source.toString())), base.path());
                result.unmatched().add(new Unmatched(entry.source(), nearest, suggestion(before, entry)));
            }
            before = Optional.of(entry);
        }
    }

    private boolean exists(Selection.Paths paths, PathEntry entry, RelativePath source) {
        int known = result.candidates().size();
        String literal = Glob.escape(source.toString());
        List<Glob> includes =
                literal.isEmpty() ? List.of(Glob.of("**")) : List.of(Glob.of(literal), Glob.of(literal + "/**"));
        new GlobWalk(base, includes, paths.excludes(), (file, path) -> {
                    String name = entry.name(path, source);
                    result.candidates().add(new Candidate(file, path, name, paths.attributes()));
                })
                .walk();
        return result.candidates().size() > known;
    }

    /** The entry as it should be written, if the user separated a list by commas, or a destination by a colon. */
    private static Optional<String> suggestion(Optional<PathEntry> before, PathEntry entry) {
        if (entry.source().contains(",")) {
            return Optional.of(entry.toString().replaceAll("\\s*,\\s*", ":"));
        }
        return before.filter(folder -> folder.source().endsWith("/"))
                .filter(folder -> folder.destination().isEmpty())
                .filter(folder -> entry.destination().isEmpty())
                .map(folder -> folder.source() + PathEntry.ARROW + entry.source());
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
            throw new SelectionException(Fault.BAD_PATTERN, entry.source(), "is not a valid path on this platform", e);
        }
        throw new SelectionException(Fault.OUTSIDE_BASE, entry.source(), "is not below " + base.path());
    }
}
