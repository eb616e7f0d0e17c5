package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.transfer.PublishedObject;
import java.util.List;

/**
 * A published set at one target.
 *
 * @param prefix the prefix of its keys
 * @param address its address with the bucket: {@code s3://bucket/prefix/}
 * @param objects its objects, sorted by key
 */
public record PublishedSet(KeyPrefix prefix, String address, List<PublishedObject> objects) {
    /** Copies the list. */
    public PublishedSet {
        objects = List.copyOf(objects);
    }
}
