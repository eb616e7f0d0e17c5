package io.github.artifactpublisher.store;

import java.util.Optional;

/**
 * The result of a GET request.
 *
 * @param status whether the object was found, and if not, why
 * @param object the object; empty unless it was found
 */
public record GetResult<T>(Status status, Optional<T> object) {
    /** The outcome of a GET request. */
    public enum Status {
        /** The object exists and fulfils the conditions. */
        FOUND,
        /** The object does not exist. */
        MISSING,
        /** The object still has the ETag of {@link GetOptions#ifNoneMatch} (304). */
        NOT_MODIFIED,
        /** The object does not have the ETag of {@link GetOptions#ifMatch} (412). */
        CHANGED,
        /** The range begins at or after the end of the object (416). */
        OUT_OF_RANGE
    }

    /** Creates the result of a GET that has found the object. */
    public static <T> GetResult<T> found(T object) {
        return new GetResult<>(Status.FOUND, Optional.of(object));
    }

    /** Creates a result without an object. */
    public static <T> GetResult<T> without(Status status) {
        return new GetResult<>(status, Optional.empty());
    }
}
