package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.ETag;

/**
 * What must hold under a key for a put to be carried out (S3 "Conditional writes"). A store may know no conditions: it
 * then refuses the request ({@link StoreException.Kind#UNSUPPORTED}), or ignores the condition and stores all the same.
 */
public sealed interface Precondition {
    /** Nothing has to hold. */
    Precondition NONE = new None();

    /** No object stands there. */
    Precondition ABSENT = new Absent();

    /** The object that stands there has this ETag. */
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
