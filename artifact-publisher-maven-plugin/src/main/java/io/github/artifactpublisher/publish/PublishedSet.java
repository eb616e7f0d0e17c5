package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.transfer.PublishedObject;
import java.util.List;

/**
 * A complete set below one prefix.
 *
 * @param prefix where it stands
 * @param address the same as a person would write it, with the bucket
 * @param objects its objects, sorted by name
 */
public record PublishedSet(KeyPrefix prefix, String address, List<PublishedObject> objects) {
    /** Copies the list. */
    public PublishedSet {
        objects = List.copyOf(objects);
    }
}
