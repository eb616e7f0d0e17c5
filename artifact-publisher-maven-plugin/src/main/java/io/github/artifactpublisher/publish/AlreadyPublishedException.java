package io.github.artifactpublisher.publish;

import java.util.List;

/** Thrown if another set is published at a target that is written once. */
public final class AlreadyPublishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final String existing;
    private final String ours;
    private final transient List<Difference> differences;

    AlreadyPublishedException(String address, String existing, String ours, List<Difference> differences) {
        super(address + " of " + existing + " differs from " + ours + ": " + differences);
        this.address = address;
        this.existing = existing;
        this.ours = ours;
        this.differences = List.copyOf(differences);
    }

    /**
     * A file that differs between the sets.
     *
     * @param name the name of the file
     * @param existing the SHA-256 of the published file, or words if it does not exist or has other settings
     * @param ours the same of the planned file
     */
    public record Difference(String name, String existing, String ours) {}

    /** Returns the address of the set: {@code s3://bucket/prefix/}. */
    public String address() {
        return address;
    }

    /** Returns the name of the build that has published it. */
    public String existing() {
        return existing;
    }

    /** Returns the name of this build. */
    public String ours() {
        return ours;
    }

    /** Returns files that differ, at least one. */
    public List<Difference> differences() {
        return differences;
    }
}
