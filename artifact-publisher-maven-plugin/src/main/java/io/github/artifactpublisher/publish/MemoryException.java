package io.github.artifactpublisher.publish;

import java.nio.file.Path;

/** A file is so large that a part of it does not fit the memory for bodies: S3 takes only so many parts. */
public final class MemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long memory;
    private final long needed;

    /**
     * Makes the exception.
     *
     * @param memory the bytes that there are
     * @param needed the bytes that there have to be
     */
    public MemoryException(Path file, long memory, long needed) {
        super(file + " needs " + needed + " bytes of memory, there are " + memory);
        this.file = file;
        this.memory = memory;
        this.needed = needed;
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** The memory that there is, in bytes. */
    public long memory() {
        return memory;
    }

    /** The memory that there has to be, in bytes. */
    public long needed() {
        return needed;
    }
}
