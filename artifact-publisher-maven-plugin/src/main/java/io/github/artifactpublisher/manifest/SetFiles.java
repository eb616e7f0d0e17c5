package io.github.artifactpublisher.manifest;

import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.ObjectHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of the files that the plugin adds to each set. */
public final class SetFiles {
    /** The SHA-256 of each stored object, in the format of {@code sha256sum -c}. */
    public static final String SHA256SUMS = "SHA256SUMS";

    /** The manifest; written last, so that its presence means that the set is complete. */
    public static final String MANIFEST = "manifest.json";

    /** All of them. */
    public static final Set<String> NAMES = Set.of(SHA256SUMS, MANIFEST);

    private SetFiles() {}

    /** The SHA-256 in the metadata lets a reader check the file where its ETag is not an MD5. */
    static ObjectHeaders headers(String contentType, Body body) {
        return new ObjectHeaders(
                contentType,
                Optional.empty(),
                Optional.empty(),
                Map.of("sha256", body.digests().sha256().hex()),
                Map.of());
    }
}
