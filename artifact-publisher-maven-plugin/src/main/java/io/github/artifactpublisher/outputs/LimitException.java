package io.github.artifactpublisher.outputs;

import java.util.List;

/** Files that are too many or, together, too large. */
public final class LimitException extends SelectionException {
    private static final long serialVersionUID = 1L;

    private final long limit;
    private final long actual;
    private final transient List<Measured> largest;

    /**
     * A file and its size.
     *
     * @param name what it is called below the prefix of its set
     * @param size in bytes
     */
    public record Measured(String name, long size) {}

    LimitException(Fault fault, long limit, long actual, List<Measured> largest) {
        super(fault, "the selection", "has " + actual + " where " + limit + " are allowed");
        this.limit = limit;
        this.actual = actual;
        this.largest = List.copyOf(largest);
    }

    /** What is allowed: bytes if the fault is {@link Fault#TOO_LARGE}, files if it is {@link Fault#TOO_MANY}. */
    public long limit() {
        return limit;
    }

    /** What there is, in the same unit. */
    public long actual() {
        return actual;
    }

    /** The largest files, at most five, the largest first. */
    public List<Measured> largest() {
        return largest;
    }
}
