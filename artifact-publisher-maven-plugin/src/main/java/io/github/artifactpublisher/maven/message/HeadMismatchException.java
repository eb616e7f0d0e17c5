package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.ci.HeadMismatch;

/** Thrown if the CI server describes another build than git's HEAD, and {@code artifacts.branch} is not set. */
public final class HeadMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient HeadMismatch mismatch;

    /** Creates the exception. */
    public HeadMismatchException(HeadMismatch mismatch) {
        super(mismatch.toString());
        this.mismatch = mismatch;
    }

    HeadMismatch mismatch() {
        return mismatch;
    }
}
