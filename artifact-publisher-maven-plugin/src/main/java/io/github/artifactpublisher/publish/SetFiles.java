package io.github.artifactpublisher.publish;

import java.util.Set;

/** The names of the files that a set has of its own. */
public final class SetFiles {
    /** The SHA-256 of each stored object, as {@code sha256sum -c} reads it. */
    public static final String SHA256SUMS = "SHA256SUMS";

    /** What the set is; written last, so that its presence context that the set is complete. */
    public static final String MANIFEST = "manifest.json";

    static final Set<String> NAMES = Set.of(SHA256SUMS, MANIFEST);

    private SetFiles() {}
}
