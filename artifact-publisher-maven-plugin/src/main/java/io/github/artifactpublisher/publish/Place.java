package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.ObjectKey;
import java.util.Optional;

/**
 * Where an object goes.
 *
 * @param key where
 * @param instead if it is given, other bytes that stand at the key are not replaced, and the object goes here
 */
record Place(ObjectKey key, Optional<ObjectKey> instead) {
    /** Whatever stands there. */
    static Place at(ObjectKey key) {
        return new Place(key, Optional.empty());
    }

    /** If nothing stands there, or the same bytes do; else at a key that nobody else writes. */
    static Place once(ObjectKey key, ObjectKey instead) {
        return new Place(key, Optional.of(instead));
    }

    boolean isOnce() {
        return instead.isPresent();
    }
}
