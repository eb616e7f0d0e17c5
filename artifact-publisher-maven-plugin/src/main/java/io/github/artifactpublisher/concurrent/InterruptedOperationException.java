package io.github.artifactpublisher.concurrent;

/** The publication was interrupted before it was complete. */
public final class InterruptedOperationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InterruptedOperationException(Exception cause) {
        super(cause);
    }
}
