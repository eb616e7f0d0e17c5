package io.github.artifactpublisher.store;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;

/** Returns the addresses of objects, for messages. Thread-safe. */
public interface ObjectLocator {
    /** Returns the address of a prefix: {@code s3://bucket/prefix/}. */
    String address(KeyPrefix prefix);

    /** Returns the address of an object: {@code s3://bucket/key}. */
    String address(ObjectKey key);
}
