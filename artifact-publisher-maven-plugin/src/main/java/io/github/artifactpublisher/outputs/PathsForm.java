package io.github.artifactpublisher.outputs;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form in which travis-ci/artifacts was told its paths. That had two, and both are kept:
 *
 * <pre>
 * list     = [ entry ] *( ( ":" / line break ) [ entry ] )     ARTIFACTS_PATHS
 * entry    = source [ "=&gt;" destination ]
 * argument = source [ ":" destination ]                         a word of its command line
 * </pre>
 *
 * <p>In a list, a colon only ever divides entries: {@code bin/:derp} is two sources there, as it always was, and not a
 * folder with its destination. To guess from what happens to exist would publish a folder under the name of a report
 * that was not written. The arrow is ours, for the destinations that a list could not have. Blanks around an entry and
 * empty entries mean nothing; variables are not expanded; a name with a colon or a line break cannot be written.
 *
 * <p>On Windows, a single letter before {@code :\} or {@code :/} is a drive; elsewhere before {@code :\} only.
 */
public final class PathsForm {
    static final String ARROW = "=>";

    private static final Pattern DRIVE = Pattern.compile("(?s)[A-Za-z]:[\\\\/].*");

    private final boolean windows;

    PathsForm(boolean windows) {
        this.windows = windows;
    }

    /** The form as it is read on this platform. */
    public static PathsForm ofPlatform() {
        return new PathsForm(File.separatorChar == '\\');
    }

    /**
     * Reads a list.
     *
     * @return its entries in their order; none if it is blank
     * @throws SelectionException if a destination is not legal
     */
    public List<PathEntry> list(String text) {
        List<PathEntry> entries = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String rest = line;
            while (!rest.isBlank()) {
                String entry = rest.strip();
                int colon = firstColon(entry);
                entry(colon < 0 ? entry : entry.substring(0, colon)).ifPresent(entries::add);
                rest = colon < 0 ? "" : entry.substring(colon + 1);
            }
        }
        return List.copyOf(entries);
    }

    /**
     * Reads what was one argument.
     *
     * @throws SelectionException if it has no source, or a destination that is not legal
     */
    public PathEntry argument(String text) {
        String argument = text.strip();
        int colon = firstColon(argument);
        if (colon < 0) {
            return PathEntry.of(argument);
        }
        String destination = argument.substring(colon + 1).strip();
        return new PathEntry(
                argument.substring(0, colon).strip(), Optional.of(destination).filter(to -> !to.isEmpty()));
    }

    private static Optional<PathEntry> entry(String text) {
        int arrow = text.lastIndexOf(ARROW);
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (arrow < 0) {
            return Optional.of(PathEntry.of(text.strip()));
        }
        String destination = text.substring(arrow + ARROW.length()).strip();
        return Optional.of(new PathEntry(text.substring(0, arrow).strip(), Optional.of(destination)));
    }

    private int firstColon(String entry) {
        boolean drive = DRIVE.matcher(entry).matches() && (windows || entry.charAt(2) == '\\');
        return entry.indexOf(':', drive ? 2 : 0);
    }
}
