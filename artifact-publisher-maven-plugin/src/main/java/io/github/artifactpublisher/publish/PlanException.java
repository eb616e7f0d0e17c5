package io.github.artifactpublisher.publish;

import java.nio.file.Path;
import java.util.List;

/** Files that cannot be published as they are. */
public final class PlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
        /** Two files would become the same object. */
        SAME_NAME,
        /** The name is that of one of the set's own files. */
        RESERVED_NAME,
        /** There is no such file, or it is a folder. */
        NO_REGULAR_FILE,
        /** The file cannot be read. */
        UNREADABLE,
        /** The file changed while it was being published. */
        CHANGED
    }

    private final Fault fault;
    private final String name;
    private final transient List<Path> files;

    PlanException(Fault fault, String name, List<Path> files) {
        this(fault, name, files, null);
    }

    PlanException(Fault fault, String name, List<Path> files, Throwable cause) {
        super(fault + ": " + name + " " + files, cause);
        this.fault = fault;
        this.name = name;
        this.files = List.copyOf(files);
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** The name below the prefix. */
    public String name() {
        return name;
    }

    /** The file, or the two that collide. */
    public List<Path> files() {
        return files;
    }
}
