package io.github.artifactpublisher.store;

import java.util.Map;
import java.util.Optional;

/** Headers of objects. */
public final class TestHeaders {
    private TestHeaders() {}

    /** Returns headers that have a Content-Type only. */
    public static ObjectHeaders ofType(String contentType) {
        return new ObjectHeaders(contentType, Optional.empty(), Optional.empty(), Map.of(), Map.of());
    }
}
