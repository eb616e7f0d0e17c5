package io.github.artifactpublisher.concurrent;

/** Thrown if an operation was interrupted before it was complete. */
public final class InterruptedOperationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; the thread stays interrupted. */
    public InterruptedOperationException(Exception cause) {
        super(cause);
    }
}
