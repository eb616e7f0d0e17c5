package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.gzip.GzipWorkers;
import io.github.artifactpublisher.outputs.ObjectAttributes;
import io.github.artifactpublisher.outputs.StoredForm;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A short digest of all that makes the stored object of one file differ: gzip and its level, headers, metadata and tags
 * that the user asks for, and how the store keeps it. What tells of the build, such as the commit, is no part of it: an
 * object keeps saying which build has sent it.
 */
final class FormDigest {
    /** 64 bits are enough where nobody gains by a collision. */
    private static final int HEX_DIGITS = 16;

    private FormDigest() {}

    static String of(PlannedObject planned, String storage) {
        ObjectAttributes asked = planned.output().attributes();
        StoredForm stored = planned.form();
        String form = List.of(
                        stored.gzipped(),
                        stored.contentType(),
                        stored.contentEncoded(),
                        stored.gzipped() ? "gzip " + GzipWorkers.ENCODER + " level " + planned.level() : "",
                        asked.cacheControl(),
                        asked.metadata(),
                        asked.tags(),
                        storage)
                .toString();
        return Digests.of(form.getBytes(StandardCharsets.UTF_8)).sha256().hex().substring(0, HEX_DIGITS);
    }
}
