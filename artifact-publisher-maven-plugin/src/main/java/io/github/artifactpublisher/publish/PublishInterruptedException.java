package io.github.artifactpublisher.publish;

/** The publication was interrupted before it was complete. */
public final class PublishInterruptedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PublishInterruptedException(Exception cause) {
        super(cause);
    }
}
