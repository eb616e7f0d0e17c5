package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.ETag;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The options of a GET request.
 *
 * @param offset the first byte to read, 0 or more
 * @param length the maximum number of bytes to read, 1 or more; empty: all up to the end
 * @param ifMatch the ETag that the object must have; otherwise the result is {@link GetResult.Status#CHANGED}
 * @param ifNoneMatch the ETag that the object must not have; otherwise the result is
 *     {@link GetResult.Status#NOT_MODIFIED}
 */
public record GetOptions(long offset, OptionalLong length, Optional<ETag> ifMatch, Optional<ETag> ifNoneMatch) {
    /** The whole object, without conditions. */
    public static final GetOptions WHOLE = new GetOptions(0, OptionalLong.empty(), Optional.empty(), Optional.empty());

    /** Checks offset and length. */
    public GetOptions {
        if (offset < 0 || length.orElse(1) < 1) {
            throw new IllegalArgumentException("not a range: " + length + " bytes from " + offset);
        }
    }

    /** Returns these options for all bytes from an offset to the end. */
    public GetOptions from(long newOffset) {
        return new GetOptions(newOffset, OptionalLong.empty(), ifMatch, ifNoneMatch);
    }

    /** Returns these options for a range. It may end beyond the end of the object, but not begin there. */
    public GetOptions range(long newOffset, long newLength) {
        return new GetOptions(newOffset, OptionalLong.of(newLength), ifMatch, ifNoneMatch);
    }

    /** Returns these options for an object that must have this ETag. */
    public GetOptions ifMatch(ETag etag) {
        return new GetOptions(offset, length, Optional.of(etag), ifNoneMatch);
    }

    /** Returns these options for an object that must not have this ETag. */
    public GetOptions ifNoneMatch(ETag etag) {
        return new GetOptions(offset, length, ifMatch, Optional.of(etag));
    }

    /** Returns the value of the Range header (RFC 9110): {@code bytes=5-9}. */
    public String range() {
        return "bytes=" + offset + "-" + (length.isPresent() ? offset + length.getAsLong() - 1 : "");
    }

    /** Whether the whole object is requested. */
    public boolean isWhole() {
        return offset == 0 && length.isEmpty();
    }
}
