package io.github.artifactpublisher.outputs;

import java.util.List;
import java.util.Optional;

/** Thrown with all includes and entries of {@code artifacts.paths} that select no file. */
public final class UnmatchedException extends SelectionException {
    private static final long serialVersionUID = 1L;

    private final transient List<Unmatched> all;

    /**
     * A pattern or entry that selects no file.
     *
     * @param pattern as it was given
     * @param nearest up to three existing paths that are similar, the nearest first; a folder ends with {@code /}
     * @param suggestion the entry as it should probably be written, such as {@code source=>destination}
     */
    public record Unmatched(String pattern, List<String> nearest, Optional<String> suggestion) {
        /** Copies the list. */
        public Unmatched {
            nearest = List.copyOf(nearest);
        }
    }

    UnmatchedException(List<Unmatched> all) {
        super(Fault.NOTHING_MATCHES, all.get(0).pattern(), "matches nothing: " + all);
        this.all = List.copyOf(all);
    }

    /** All patterns and entries that select no file, in the order in which they were given. */
    public List<Unmatched> all() {
        return all;
    }
}
