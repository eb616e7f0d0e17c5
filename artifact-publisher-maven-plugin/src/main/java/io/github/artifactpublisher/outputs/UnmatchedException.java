package io.github.artifactpublisher.outputs;

import java.util.List;
import java.util.Optional;

/** Includes or entries of the {@code paths} form that select nothing: a build that goes on without them looks well. */
public final class UnmatchedException extends SelectionException {
    private static final long serialVersionUID = 1L;

    private final transient List<Unmatched> all;

    /**
     * One that selects nothing.
     *
     * @param pattern as it was given
     * @param nearest up to three existing paths that come near it, the nearest first; a folder ends with {@code /}
     * @param meant how to write it, if it looks like the destination of the {@code paths} entry before it
     */
    public record Unmatched(String pattern, List<String> nearest, Optional<String> meant) {
        /** Copies the list. */
        public Unmatched {
            nearest = List.copyOf(nearest);
        }
    }

    UnmatchedException(List<Unmatched> all) {
        super(Fault.NOTHING_MATCHES, all.get(0).pattern(), "matches nothing: " + all);
        this.all = List.copyOf(all);
    }

    /** All that select nothing, in the order in which they were given. */
    public List<Unmatched> all() {
        return all;
    }
}
