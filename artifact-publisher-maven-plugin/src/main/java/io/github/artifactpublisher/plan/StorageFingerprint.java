package io.github.artifactpublisher.plan;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.gzip.GzipWorkers;
import io.github.artifactpublisher.outputs.ObjectAttributes;
import io.github.artifactpublisher.outputs.StoredForm;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Computes the fingerprint of the settings with which a file is stored: gzip and its level, headers, metadata, tags and
 * storage options. If it differs from the one in the manifest, the file is uploaded again. The commit and the build are
 * not part of it.
 */
public final class StorageFingerprint {
    /** 64 bits are enough: a collision is not an attack. */
    private static final int HEX_DIGITS = 16;

    private StorageFingerprint() {}

    /**
     * Returns the fingerprint of a file, 16 hexadecimal digits.
     *
     * @param storage how the store keeps the objects, in any format
     */
    public static String of(PlannedObject planned, String storage) {
        ObjectAttributes attributes = planned.output().attributes();
        StoredForm stored = planned.form();
        String settings = List.of(
                        stored.gzipped(),
                        stored.contentType(),
                        stored.contentEncoded(),
                        stored.gzipped() ? "gzip " + GzipWorkers.ENCODER + " level " + planned.level() : "",
                        attributes.cacheControl(),
                        attributes.metadata(),
                        attributes.tags(),
                        storage)
                .toString();
        return Digests.of(settings.getBytes(StandardCharsets.UTF_8))
                .sha256()
                .hex()
                .substring(0, HEX_DIGITS);
    }
}
