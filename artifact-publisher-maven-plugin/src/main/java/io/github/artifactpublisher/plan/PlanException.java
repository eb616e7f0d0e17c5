package io.github.artifactpublisher.plan;

import java.nio.file.Path;
import java.util.List;

/** Thrown if a file cannot be published. */
public final class PlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The reason. */
    public enum Fault {
        /** Two files would become the same object. */
        SAME_NAME,
        /** The set has a file of its own with this name. */
        RESERVED_NAME,
        /** The file does not exist, or it is a folder. */
        NO_REGULAR_FILE,
        /** The file cannot be read. */
        UNREADABLE,
        /** The file has changed while it was published. */
        CHANGED
    }

    private final Fault fault;
    private final String name;
    private final transient List<Path> files;

    /**
     * Creates the exception.
     *
     * @param name the name of the output or object
     * @param files the file, or the two files with the same object name
     */
    public PlanException(Fault fault, String name, List<Path> files) {
        this(fault, name, files, null);
    }

    /** Creates the exception, with the failure that caused it. */
    public PlanException(Fault fault, String name, List<Path> files, Throwable cause) {
        super(fault + ": " + name + " " + files, cause);
        this.fault = fault;
        this.name = name;
        this.files = List.copyOf(files);
    }

    /** Returns the reason. */
    public Fault fault() {
        return fault;
    }

    /** Returns the name of the output or object. */
    public String name() {
        return name;
    }

    /** Returns the file, or the two files with the same object name. */
    public List<Path> files() {
        return files;
    }
}
