package io.github.artifactpublisher.publish;

import java.util.List;

/**
 * Builds that publish to one address at once, in place, have replaced each other's objects, and it cannot be mended.
 */
public final class ReplacedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final boolean ours;
    private final transient List<String> keys;

    ReplacedException(String address, boolean ours, List<String> keys) {
        super(address + ": " + keys);
        this.address = address;
        this.ours = ours;
        this.keys = List.copyOf(keys);
    }

    /** Where the set stands: {@code s3://bucket/prefix/}. */
    public String address() {
        return address;
    }

    /** Whether it is this build's set that was damaged; else it is a newer one, by this build. */
    public boolean isOurs() {
        return ours;
    }

    /** The objects that are not what the manifest says. */
    public List<String> keys() {
        return keys;
    }
}
