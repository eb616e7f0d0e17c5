package io.github.artifactpublisher.publish;

import java.util.List;
import java.util.Optional;

/** Objects of a set that is written once are gone, and what would be sent in their place has other bytes. */
public final class LostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final String standing;
    private final transient Optional<String> publisher;
    private final transient List<String> keys;

    LostException(String address, String standing, Optional<String> publisher, List<String> keys) {
        super(address + " of " + standing + " lacks " + keys);
        this.address = address;
        this.standing = standing;
        this.publisher = publisher;
        this.keys = List.copyOf(keys);
    }

    /** Where the set stands: {@code s3://bucket/prefix/}. */
    public String address() {
        return address;
    }

    /** The build that has published it, by its name. */
    public String standing() {
        return standing;
    }

    /** The version of this plugin that has published it, if its manifest says one. */
    public Optional<String> publisher() {
        return publisher;
    }

    /** The objects that are gone and cannot be sent again, at least one. */
    public List<String> keys() {
        return keys;
    }
}
