package io.github.artifactpublisher.glob;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A glob without braces as a small automaton: its state is the set of segments that may match the next name.
 *
 * @param segments never empty; the last is never {@code **}
 */
record GlobPath(List<GlobSegment> segments) {
    private static final Pattern ABSOLUTE = Pattern.compile("(?s)/.*|[A-Za-z]:[/\\\\].*");
    private static final GlobSegment ANY_NAME = GlobSegment.of("*");

    GlobPath {
        segments = List.copyOf(segments);
    }

    /** {@code dir/} and {@code dir/**} match all below {@code dir}, but never {@code dir} itself. */
    static GlobPath of(String text) {
        if (ABSOLUTE.matcher(text).matches()) {
            throw GlobException.badPattern(text, "is absolute: patterns are relative to the base folder");
        }
        String relative = text.replaceFirst("^(\\./)+", "");
        String complete = relative.endsWith("/") || relative.isEmpty() ? relative + "**" : relative;
        List<GlobSegment> segments = new ArrayList<>();
        for (String segment : complete.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw GlobException.badPattern(text, "has the segment '" + segment + "'");
            }
            segments.add(GlobSegment.of(segment));
        }
        if (segments.get(segments.size() - 1).isFolders()) {
            segments.add(ANY_NAME);
        }
        return new GlobPath(segments);
    }

    boolean matches(List<String> path) {
        return statesAfter(path).get(segments.size());
    }

    boolean mayMatchBelow(List<String> folder) {
        int first = statesAfter(folder).nextSetBit(0);
        return first >= 0 && first < segments.size();
    }

    boolean matchesAllBelow(List<String> folder) {
        return endsWithAll() && statesAfter(folder).get(segments.size() - 2);
    }

    /** The segments without the final {@code **} and {@code *}: the pattern {@code dir/} as the user wrote it. */
    List<GlobSegment> root() {
        return endsWithAll() ? segments.subList(0, segments.size() - 2) : segments;
    }

    private boolean endsWithAll() {
        int last = segments.size() - 1;
        return last > 0
                && segments.get(last).toString().equals("*")
                && segments.get(last - 1).isFolders();
    }

    /** Whether a segment without wildcards matches the last name of a folder, and more segments follow it. */
    boolean namesFolder(List<String> folder) {
        BitSet before = statesAfter(folder.subList(0, folder.size() - 1));
        String name = folder.get(folder.size() - 1);
        return before.stream()
                .filter(state -> state < segments.size() - 1)
                .mapToObj(segments::get)
                .anyMatch(segment -> segment.isLiteral() && segment.matches(name));
    }

    private BitSet statesAfter(List<String> names) {
        BitSet states = new BitSet();
        enter(states, 0);
        for (String name : names) {
            states = step(states, name);
        }
        return states;
    }

    private BitSet step(BitSet states, String name) {
        BitSet next = new BitSet();
        states.stream().filter(state -> state < segments.size()).forEach(state -> {
            if (segments.get(state).isFolders()) {
                enter(next, state);
            } else if (segments.get(state).matches(name)) {
                enter(next, state + 1);
            }
        });
        return next;
    }

    /** {@code **} also matches no folder at all, so the state behind it is reached as well. */
    private void enter(BitSet states, int state) {
        int reached = state;
        states.set(reached);
        while (reached < segments.size() && segments.get(reached).isFolders()) {
            states.set(++reached);
        }
    }
}
