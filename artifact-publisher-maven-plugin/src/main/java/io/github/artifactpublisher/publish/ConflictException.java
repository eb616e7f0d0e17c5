package io.github.artifactpublisher.publish;

import java.util.List;
import java.util.Optional;

/** Thrown if another build has published to the same target, or does so at the same time. */
public final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kind of conflict. */
    public enum Kind {
        /** Another build has written a manifest before each of many attempts. */
        OTHERS_PUBLISH,
        /** The server has refused each of many attempts to write the manifest, and no other manifest was found. */
        WRITE_REFUSED,
        /** Another build overwrites objects of this build's set again and again. */
        OVERWRITTEN,
        /** This build has overwritten objects of the set of a newer build. */
        NEWER_OVERWRITTEN,
        /** This build has deleted objects of the set of a newer build. */
        NEWER_DELETED,
        /** A manifest exists at a target that is written once, and the credentials may not read it. */
        UNREADABLE_MANIFEST;

        /** Whether the exception names overwritten objects. */
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

    /** Returns the kind of conflict. */
    public Kind kind() {
        return kind;
    }

    /** Returns the address of the set, or of the manifest that cannot be read. */
    public String address() {
        return address;
    }

    /** Returns the name of the newer build, if the message names it. */
    public Optional<String> newer() {
        return newer;
    }

    /** Returns the keys of the objects, if the conflict is about objects. */
    public List<String> keys() {
        return keys;
    }
}
