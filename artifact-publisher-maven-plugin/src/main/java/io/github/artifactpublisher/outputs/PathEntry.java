package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.glob.RelativePath;
import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.util.Optional;

/**
 * One entry of {@code artifacts.paths}.
 *
 * @param source a file or a folder with all below it, relative to the base folder or below it; never a pattern
 * @param destination the name below the prefix of the set. Without it, a file keeps its path relative to the base
 *     folder, and the names of the files of a folder are relative to that folder, as in travis-ci/artifacts. The
 *     destination of a folder is put before those names; the destination of a file is its new name or, if it ends with
 *     {@code /}, is put before the last name of the file
 */
public record PathEntry(String source, Optional<String> destination) {
    static final String ARROW = "=>";

    /**
     * Checks the destination. Whether the source exists is checked when files are selected.
     *
     * @throws SelectionException if the source is empty or the destination is not legal
     */
    public PathEntry {
        if (source.isBlank()) {
            throw bad(destination.orElse(source), "has no source");
        }
        destination.ifPresent(PathEntry::requireName);
    }

    /** An entry without a destination. */
    public static PathEntry of(String source) {
        return new PathEntry(source, Optional.empty());
    }

    /** The name of a file that is the source or below it. */
    String name(RelativePath path, RelativePath sourcePath) {
        if (path.equals(sourcePath)) {
            return destination
                    .map(to -> to.endsWith("/") ? to + path.last() : to)
                    .orElse(path.toString());
        }
        String below = path.skip(sourcePath.names().size()).toString();
        return destination
                .map(to -> to.endsWith("/") ? to + below : to + "/" + below)
                .orElse(below);
    }

    /** As it is written in a list. */
    @Override
    public String toString() {
        return source + destination.map(to -> ARROW + to).orElse("");
    }

    private static void requireName(String destination) {
        String name = destination.endsWith("/") ? destination.substring(0, destination.length() - 1) : destination;
        for (String segment : name.split("/", -1)) {
            if (segment.isBlank() || segment.equals(".") || segment.equals("..")) {
                throw bad(destination, "is a destination with the segment '" + segment + "'");
            }
        }
    }

    private static SelectionException bad(String subject, String reason) {
        return new SelectionException(Fault.BAD_PATTERN, subject, reason);
    }
}
