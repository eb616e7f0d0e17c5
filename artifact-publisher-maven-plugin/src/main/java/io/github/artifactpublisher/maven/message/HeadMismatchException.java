package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.ci.HeadMismatch;

/**
 * The CI server's variables describe another build than git's HEAD, and the user has not said which branch is built.
 */
public final class HeadMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient HeadMismatch mismatch;

    public HeadMismatchException(HeadMismatch mismatch) {
        super(mismatch.toString());
        this.mismatch = mismatch;
    }

    HeadMismatch mismatch() {
        return mismatch;
    }
}
