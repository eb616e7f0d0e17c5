package io.github.artifactpublisher.glob;

import java.util.List;
import java.util.function.Predicate;

/**
 * A pattern of paths below a base folder. It means the same on every platform:
 *
 * <ul>
 *   <li>segments are separated by {@code /}, upper and lower case differ, a leading {@code ./} means nothing;
 *   <li>{@code *} matches any characters of one name, {@code ?} one, {@code [a-z]} one of these, {@code [!a-z]} one
 *       other;
 *   <li>{@code **} as a whole segment matches any number of folders, also none: {@code **}{@code /*.jar} matches
 *       {@code app.jar} too;
 *   <li>{@code {a,b}} matches either, also across {@code /}; braces cannot be nested;
 *   <li>{@code dir/} matches all below {@code dir}; a plain name matches exactly that file;
 *   <li>a backslash escapes the special character behind it, and is an error elsewhere.
 * </ul>
 *
 * <p>A name that begins with {@code .} is matched like any other. Immutable.
 */
public final class Glob {
    private final String text;
    private final List<GlobPath> alternatives;

    private Glob(String text, List<GlobPath> alternatives) {
        this.text = text;
        this.alternatives = List.copyOf(alternatives);
    }

    /**
     * Parses a pattern.
     *
     * @throws GlobException if it is empty, absolute, leads upwards or is not well formed
     */
    public static Glob of(String text) {
        if (text.isBlank()) {
            throw GlobException.badPattern(text, "is empty");
        }
        try {
            return new Glob(text, Braces.expand(text).stream().map(GlobPath::of).toList());
        } catch (GlobException e) {
            throw new GlobException(GlobException.Fault.BAD_PATTERN, text, e.reason(), e);
        }
    }

    /**
     * Parses patterns.
     *
     * @throws GlobException if one is not well formed
     */
    public static List<Glob> all(List<String> texts) {
        return texts.stream().map(Glob::of).toList();
    }

    /** The pattern that matches exactly this path. */
    public static String escape(String path) {
        return path.replaceAll("[*?\\[\\]{}\\\\]", "\\\\$0");
    }

    /** The same as an item of a setting whose items are separated by commas, colons or line breaks. */
    public static String escapeInList(String path) {
        return escape(path).replaceAll("[,:]", "[$0]");
    }

    /** Whether it matches a relative path. */
    public boolean matches(RelativePath path) {
        return matches(path.names());
    }

    boolean matches(List<String> path) {
        return any(alternative -> alternative.matches(path));
    }

    /** Whether it can match a path below a folder. */
    public boolean mayMatchBelow(RelativePath folder) {
        return mayMatchBelow(folder.names());
    }

    boolean mayMatchBelow(List<String> folder) {
        return any(alternative -> alternative.mayMatchBelow(folder));
    }

    /** Whether it matches every path below a folder. */
    public boolean matchesAllBelow(RelativePath folder) {
        return matchesAllBelow(folder.names());
    }

    boolean matchesAllBelow(List<String> folder) {
        return any(alternative -> alternative.matchesAllBelow(folder));
    }

    boolean namesFolder(List<String> folder) {
        return any(alternative -> alternative.namesFolder(folder));
    }

    List<GlobPath> alternatives() {
        return alternatives;
    }

    private boolean any(Predicate<GlobPath> condition) {
        return alternatives.stream().anyMatch(condition);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && glob.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The pattern as it was given. */
    @Override
    public String toString() {
        return text;
    }
}
