package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.outputs.ObjectAttributes;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.store.ObjectHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Creates the headers of an object: the user's settings, the SHA-256 of the file, and the commit and URL of the build.
 */
final class UploadHeaders {
    private UploadHeaders() {}

    static ObjectHeaders of(PlannedObject planned, Sha256 original, BuildFacts build) {
        ObjectAttributes attributes = planned.output().attributes();
        Map<String, String> metadata = new TreeMap<>(attributes.metadata());
        metadata.put("sha256", original.hex());
        build.commit().ifPresent(commit -> metadata.put("commit", commit.value()));
        build.buildUrl().filter(UploadHeaders::isAscii).ifPresent(url -> metadata.put("build-url", url));
        return new ObjectHeaders(
                planned.form().contentType(),
                planned.form().contentEncoded() ? Optional.of("gzip") : Optional.empty(),
                attributes.cacheControl(),
                metadata,
                attributes.tags());
    }

    /** A header can contain printable ASCII only. */
    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
