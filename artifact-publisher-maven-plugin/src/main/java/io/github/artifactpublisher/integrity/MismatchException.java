package io.github.artifactpublisher.integrity;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.integrity.IntegrityException.Mismatch;
import io.github.artifactpublisher.store.Precondition;
import java.util.Optional;

/**
 * Thrown if one upload was not stored as sent. Causes a second upload, or else becomes an {@link IntegrityException}.
 */
final class MismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Mismatch mismatch;
    private final transient Optional<ETag> stored;

    MismatchException(Mismatch mismatch) {
        this(mismatch, Optional.empty(), null);
    }

    /**
     * Creates the exception.
     *
     * @param stored the ETag of the damaged object, if the object was stored
     * @param cause may be null
     */
    MismatchException(Mismatch mismatch, Optional<ETag> stored, Throwable cause) {
        super(mismatch.toString(), cause);
        this.mismatch = mismatch;
        this.stored = stored;
    }

    Mismatch mismatch() {
        return mismatch;
    }

    boolean isStored() {
        return stored.isPresent();
    }

    /** The precondition of the second upload: after a conditional one, the damaged object must still be there. */
    Precondition next(Precondition first) {
        boolean conditional = !(first instanceof Precondition.None);
        return stored.filter(etag -> conditional).map(Precondition::matches).orElse(first);
    }
}
