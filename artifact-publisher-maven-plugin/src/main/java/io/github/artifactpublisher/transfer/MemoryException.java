package io.github.artifactpublisher.transfer;

import java.nio.file.Path;

/**
 * Thrown if a file is so large that two of its parts do not fit the memory for uploads: S3 limits the number of parts.
 */
public final class MemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long memory;
    private final long needed;

    /**
     * Creates the exception.
     *
     * @param memory the configured memory in bytes
     * @param needed the required memory in bytes
     */
    public MemoryException(Path file, long memory, long needed) {
        super(file + " needs " + needed + " bytes of memory, not " + memory);
        this.file = file;
        this.memory = memory;
        this.needed = needed;
    }

    /** Returns the file. */
    public Path file() {
        return file;
    }

    /** Returns the configured memory in bytes. */
    public long memory() {
        return memory;
    }

    /** Returns the required memory in bytes. */
    public long needed() {
        return needed;
    }
}
