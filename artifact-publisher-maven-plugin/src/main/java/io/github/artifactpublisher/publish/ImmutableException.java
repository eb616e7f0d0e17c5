package io.github.artifactpublisher.publish;

import java.util.List;

/** Another set stands at an address that is written once. */
public final class ImmutableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final String standing;
    private final String ours;
    private final transient List<Difference> differences;

    ImmutableException(String address, String standing, String ours, List<Difference> differences) {
        super(address + " of " + standing + " differs from " + ours + ": " + differences);
        this.address = address;
        this.standing = standing;
        this.ours = ours;
        this.differences = List.copyOf(differences);
    }

    /**
     * A file in which the sets differ.
     *
     * @param name its object's name below the prefix
     * @param standing the SHA-256 of the file that was published, or words for its absence or its other form
     * @param ours the same of the file that was to be published
     */
    public record Difference(String name, String standing, String ours) {}

    /** Where it stands: {@code s3://bucket/prefix/}. */
    public String address() {
        return address;
    }

    /** The build that has published it, by its name. */
    public String standing() {
        return standing;
    }

    /** This build, by its name. */
    public String ours() {
        return ours;
    }

    /** The files in which they differ, at least one. */
    public List<Difference> differences() {
        return differences;
    }
}
