package io.github.artifactpublisher.publish;

import java.util.List;

/** This build has deleted objects that a newer build, which came just then, has brought back. */
public final class DeletedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final String newer;
    private final transient List<String> keys;

    DeletedException(String address, String newer, List<String> keys) {
        super(address + " of " + newer + " lacks " + keys);
        this.address = address;
        this.newer = newer;
        this.keys = List.copyOf(keys);
    }

    /** Where the newer set stands: {@code s3://bucket/prefix/}. */
    public String address() {
        return address;
    }

    /** The newer build, by its name. */
    public String newer() {
        return newer;
    }

    /** The objects that it lacks, at least one. */
    public List<String> keys() {
        return keys;
    }
}
