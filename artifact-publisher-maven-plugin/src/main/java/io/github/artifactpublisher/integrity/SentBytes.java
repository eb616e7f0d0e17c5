package io.github.artifactpublisher.integrity;

import io.github.artifactpublisher.digest.Digests;
import java.util.List;

/**
 * The digests of the bytes that were sent for an object.
 *
 * @param whole the digests of all bytes
 * @param parts the digests of each part; empty if the object was sent in one piece
 */
public record SentBytes(Digests whole, List<Digests> parts) {
    /** Copies the list. */
    public SentBytes {
        parts = List.copyOf(parts);
    }

    /** Returns the digests of an object that was sent in one piece. */
    public static SentBytes inOnePiece(Digests digests) {
        return new SentBytes(digests, List.of());
    }

    /** Whether the object was sent in parts. */
    public boolean inParts() {
        return !parts.isEmpty();
    }
}
