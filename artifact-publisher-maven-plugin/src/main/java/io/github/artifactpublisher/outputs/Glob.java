package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A pattern of paths below a base folder. It means the same on every platform:
 *
 * <ul>
 *   <li>segments are divided by {@code /}, upper and lower case differ, a leading {@code ./} means nothing;
 *   <li>{@code *} is any characters of one name, {@code ?} one, {@code [a-z]} one of these, {@code [!a-z]} one other;
 *   <li>{@code **} as a whole segment is any number of folders, none included: {@code **}{@code /*.jar} matches
 *       {@code app.jar} too;
 *   <li>{@code {a,b}} is either, also across {@code /}; braces do not nest;
 *   <li>{@code dir/} is all below {@code dir}; a plain name is exactly that file;
 *   <li>a backslash takes its meaning from the special character behind it, and may stand nowhere else.
 * </ul>
 *
 * <p>A name that begins with {@code .} is no exception: that is left to the {@link Guard}.
 */
public final class Glob {
    private final String text;
    private final List<GlobPath> alternatives;

    private Glob(String text, List<GlobPath> alternatives) {
        this.text = text;
        this.alternatives = List.copyOf(alternatives);
    }

    /**
     * Reads a pattern.
     *
     * @throws SelectionException if it is empty, absolute, leads upwards or is not well formed
     */
    public static Glob of(String text) {
        if (text.isBlank()) {
            throw new SelectionException(Fault.BAD_PATTERN, text, "is empty");
        }
        try {
            return new Glob(text, Braces.expand(text).stream().map(GlobPath::of).toList());
        } catch (SelectionException e) {
            throw new SelectionException(Fault.BAD_PATTERN, text, e.reason(), e);
        }
    }

    /** Reads several. */
    static List<Glob> all(List<String> texts) {
        return texts.stream().map(Glob::of).toList();
    }

    /** The pattern that matches exactly this path. */
    public static String escape(String path) {
        return path.replaceAll("[*?\\[\\]{}\\\\]", "\\\\$0");
    }

    /** The same as an item of a list, whose items are separated by commas, colons and line breaks. */
    static String escapeInList(String path) {
        return escape(path).replaceAll("[,:]", "[$0]");
    }

    /** Whether it matches a relative path whose segments are divided by {@code /}. */
    public boolean matches(String path) {
        return matches(Arrays.asList(path.split("/", -1)));
    }

    boolean matches(List<String> path) {
        return any(alternative -> alternative.matches(path));
    }

    boolean mayMatchBelow(List<String> folder) {
        return any(alternative -> alternative.mayMatchBelow(folder));
    }

    boolean matchesAllBelow(List<String> folder) {
        return any(alternative -> alternative.matchesAllBelow(folder));
    }

    boolean namesOutright(List<String> folder) {
        return any(alternative -> alternative.namesOutright(folder));
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
