package io.github.artifactpublisher.outputs;

import java.util.List;

/** Thrown if the files are too many or, together, too large. */
public final class LimitException extends SelectionException {
    private static final long serialVersionUID = 1L;

    private final long limit;
    private final long actual;
    private final transient List<FileSize> largest;

    /**
     * A file and its size.
     *
     * @param name its name below the prefix of the set
     * @param size in bytes
     */
    public record FileSize(String name, long size) {}

    LimitException(Fault fault, long limit, long actual, List<FileSize> largest) {
        super(fault, "the selection", "has " + actual + " where " + limit + " are allowed");
        this.limit = limit;
        this.actual = actual;
        this.largest = List.copyOf(largest);
    }

    /** The limit: bytes if the fault is {@link Fault#TOO_LARGE}, files if it is {@link Fault#TOO_MANY}. */
    public long limit() {
        return limit;
    }

    /** The actual number, in the same unit. */
    public long actual() {
        return actual;
    }

    /** The largest files, at most five, the largest first. */
    public List<FileSize> largest() {
        return largest;
    }
}
