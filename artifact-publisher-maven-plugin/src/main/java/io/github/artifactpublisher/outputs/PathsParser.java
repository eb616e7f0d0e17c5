package io.github.artifactpublisher.outputs;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses the value of {@code artifacts.paths}, the list of travis-ci/artifacts:
 *
 * <pre>
 * list  = [ entry ] *( ( ":" / line break ) [ entry ] )
 * entry = source [ "=&gt;" destination ]
 * </pre>
 *
 * <p>A colon always separates entries: {@code bin/:derp} is two sources, as it was in travis-ci/artifacts, and not a
 * folder with its destination. The arrow is an addition of this plugin. Spaces around an entry and empty entries are
 * ignored; variables are not expanded; a name cannot contain a colon or a line break.
 *
 * <p>On Windows, a single letter before {@code :\} or {@code :/} is a drive; on other systems only before {@code :\}.
 * Immutable.
 */
public final class PathsParser {
    private static final Pattern DRIVE = Pattern.compile("(?s)[A-Za-z]:[\\\\/].*");

    private final boolean windows;

    PathsParser(boolean windows) {
        this.windows = windows;
    }

    /** A parser with the rules of this platform. */
    public static PathsParser ofPlatform() {
        return new PathsParser(File.separatorChar == '\\');
    }

    /**
     * Parses a list.
     *
     * @return its entries in their order; none if it is blank
     * @throws SelectionException if an entry has no source, or a destination that is not legal
     */
    public List<PathEntry> parse(String text) {
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

    private static Optional<PathEntry> entry(String text) {
        int arrow = text.lastIndexOf(PathEntry.ARROW);
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (arrow < 0) {
            return Optional.of(PathEntry.of(text.strip()));
        }
        String destination = text.substring(arrow + PathEntry.ARROW.length()).strip();
        return Optional.of(new PathEntry(text.substring(0, arrow).strip(), Optional.of(destination)));
    }

    private int firstColon(String entry) {
        boolean drive = DRIVE.matcher(entry).matches() && (windows || entry.charAt(2) == '\\');
        return entry.indexOf(':', drive ? 2 : 0);
    }
}
