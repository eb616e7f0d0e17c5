package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.ETag;

/**
 * The precondition of a PUT (S3 "Conditional writes"). A store without conditional writes refuses the request
 * ({@link StoreException.Kind#UNSUPPORTED}), or ignores the precondition and stores the object.
 */
public sealed interface Precondition {
    /** No precondition. */
    Precondition NONE = new None();

    /** No object with this key exists. */
    Precondition ABSENT = new Absent();

    /** Returns the precondition that the object exists and has this ETag. */
    static Precondition matches(ETag etag) {
        return new Matches(etag);
    }

    /** See {@link #NONE}. */
    record None() implements Precondition {}

    /** See {@link #ABSENT}. */
    record Absent() implements Precondition {}

    /**
     * See {@link #matches}.
     *
     * @param etag the ETag that was read
     */
    record Matches(ETag etag) implements Precondition {}
}
