package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import java.util.List;

/**
 * What is known of the bytes of an object that were sent.
 *
 * @param whole the digests of all of them
 * @param parts those of each part, if they were sent in parts
 */
record SentBytes(Digests whole, List<Digests> parts) {
    SentBytes {
        parts = List.copyOf(parts);
    }

    static SentBytes inOnePiece(Digests digests) {
        return new SentBytes(digests, List.of());
    }

    boolean inParts() {
        return !parts.isEmpty();
    }
}
