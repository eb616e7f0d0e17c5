package io.github.artifactpublisher.glob;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** One segment of a glob. {@code **} matches any number of folders; any other segment matches one name. */
public final class GlobSegment {
    static final GlobSegment FOLDERS = new GlobSegment("**", Pattern.compile("(?s).*"), false);

    private static final String SPECIAL_IN_REGEX = "\\^$.|?*+()[]{}-&";
    private static final String ESCAPABLE = "*?[]{}!,-\\";

    private final String glob;
    private final Pattern pattern;
    private final boolean literal;

    private GlobSegment(String glob, Pattern pattern, boolean literal) {
        this.glob = glob;
        this.pattern = pattern;
        this.literal = literal;
    }

    static GlobSegment of(String glob) {
        return of(glob, 0);
    }

    /**
     * A segment that ignores case.
     *
     * @throws GlobException if it is not well formed
     */
    public static GlobSegment inAnyCase(String glob) {
        return of(glob, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static GlobSegment of(String glob, int flags) {
        if (glob.equals("**")) {
            return FOLDERS;
        }
        if (glob.contains("**")) {
            throw GlobException.badPattern(
                    glob, "has ** next to other characters: ** matches folders and must be alone between slashes");
        }
        boolean literal = !glob.replaceAll("\\\\.", "").matches("(?s).*[*?\\[].*");
        try {
            return new GlobSegment(glob, Pattern.compile(regex(glob), flags | Pattern.DOTALL), literal);
        } catch (PatternSyntaxException e) {
            throw GlobException.badPattern(glob, "has a range in [] whose end comes before its start");
        }
    }

    /** Whether it is {@code **}, which matches any number of folders, also none. */
    boolean isFolders() {
        return this == FOLDERS;
    }

    /** Whether it matches one name only. */
    boolean isLiteral() {
        return literal;
    }

    /** Whether it matches a name. */
    public boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    /** The segment as it was given. */
    @Override
    public String toString() {
        return glob;
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '[' -> {
                    int end = glob.indexOf(']', i + 1);
                    regex.append(oneOf(glob, i + 1, end));
                    i = end;
                }
                case '\\' -> quote(regex, escaped(glob, ++i));
                default -> quote(regex, c);
            }
        }
        return regex.toString();
    }

    private static String oneOf(String glob, int start, int end) {
        boolean negated = end > start && glob.charAt(start) == '!';
        int first = negated ? start + 1 : start;
        if (end <= first) {
            throw GlobException.badPattern(glob, "has a [ that is not closed, or [] with nothing in it");
        }
        StringBuilder regex = new StringBuilder(negated ? "[^" : "[");
        for (int i = first; i < end; i++) {
            if (glob.charAt(i) == '-' && i > first && i < end - 1) {
                regex.append('-');
            } else {
                quote(regex, glob.charAt(i));
            }
        }
        return regex.append(']').toString();
    }

    /** Without this check, a Windows path would lose its separators silently. */
    private static char escaped(String glob, int index) {
        if (index >= glob.length() || ESCAPABLE.indexOf(glob.charAt(index)) < 0) {
            throw GlobException.badPattern(
                    glob, "has a backslash before an ordinary character: separate folders with / on all platforms");
        }
        return glob.charAt(index);
    }

    private static void quote(StringBuilder regex, char c) {
        if (SPECIAL_IN_REGEX.indexOf(c) >= 0) {
            regex.append('\\');
        }
        regex.append(c);
    }
}
