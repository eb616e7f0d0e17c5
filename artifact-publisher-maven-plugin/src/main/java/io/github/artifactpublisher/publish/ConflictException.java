package io.github.artifactpublisher.publish;

import java.util.List;
import java.util.Optional;

/** A set that another build has published, or is publishing, is in the way. */
public final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Kind {
        /** Before each of many attempts to write the manifest, another build has written one. */
        OTHERS_PUBLISH,
        /** The server refused each of many attempts to write the manifest; no other manifest was seen. */
        WRITE_REFUSED,
        /** Another build overwrites objects of this build's set again and again. */
        OVERWRITTEN,
        /** This build has overwritten objects of the set of a newer build. */
        NEWER_OVERWRITTEN,
        /** This build has deleted objects of the set of a newer build. */
        NEWER_DELETED,
        /** A manifest exists where it is written once, and the credentials may not read it. */
        UNREADABLE_MANIFEST;

        /** Whether objects of a set were overwritten, and are named. */
        boolean isOverwriting() {
            return this == OVERWRITTEN || this == NEWER_OVERWRITTEN;
        }
    }

    private final Kind kind;
    private final String address;
    private final transient Optional<String> newer;
    private final transient List<String> keys;

    private ConflictException(Kind kind, String address, Optional<String> newer, List<String> keys) {
        super(kind + " " + address + " " + keys);
        this.kind = kind;
        this.address = address;
        this.newer = newer;
        this.keys = List.copyOf(keys);
    }

    /** About objects. */
    ConflictException(Kind kind, String address, List<String> keys) {
        this(kind, address, Optional.empty(), keys);
    }

    /** About objects of the set of a newer build. */
    ConflictException(Kind kind, String address, String newer, List<String> keys) {
        this(kind, address, Optional.of(newer), keys);
    }

    /** What is in the way. */
    public Kind kind() {
        return kind;
    }

    /** The address of the set, or of the manifest that cannot be read. */
    public String address() {
        return address;
    }

    /** The newer build, by its name, if the message names it. */
    public Optional<String> newer() {
        return newer;
    }

    /** The objects, if some are concerned. */
    public List<String> keys() {
        return keys;
    }
}
