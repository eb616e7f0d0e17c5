package io.github.artifactpublisher.publish;

/** The publication was interrupted; no manifest was written by it. */
public final class PublishInterruptedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PublishInterruptedException(Exception cause) {
        super(cause);
    }
}
