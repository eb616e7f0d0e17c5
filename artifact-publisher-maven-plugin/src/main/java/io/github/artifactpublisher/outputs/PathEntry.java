package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.util.Optional;

/**
 * One entry of the {@code paths} form.
 *
 * @param source a file or a folder with all below it, relative to the base folder or below it; never a pattern
 * @param destination what it is called below the prefix of its set. Without one, a file keeps its path relative to the
 *     base folder, and the files of a folder are called relative to that folder, as in travis-ci/artifacts. A
 *     destination of a folder goes before those names, one of a file is its new name; ending with {@code /}, it goes
 *     before the file's own last name
 */
public record PathEntry(String source, Optional<String> destination) {
    /** Checks the destination; whether there is such a source is asked when files are selected. */
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

    /** What a file is called that was found as the source or below it. */
    String name(RelativePath path, RelativePath sourcePath) {
        if (path.equals(sourcePath)) {
            return destination
                    .map(to -> to.endsWith("/") ? to + path.last() : to)
                    .orElse(path.toString());
        }
        String below = path.from(sourcePath.names().size()).toString();
        return destination
                .map(to -> to.endsWith("/") ? to + below : to + "/" + below)
                .orElse(below);
    }

    /** As it is written in a list. */
    @Override
    public String toString() {
        return source + destination.map(to -> PathsForm.ARROW + to).orElse("");
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
