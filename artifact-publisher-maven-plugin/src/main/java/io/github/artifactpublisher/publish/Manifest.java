package io.github.artifactpublisher.publish;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.artifactpublisher.outputs.Coordinates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The manifest of a set as it is written, in version 1 of its schema ({@code docs/manifest.md}). A value that is not
 * known is null here and absent in the JSON.
 */
record Manifest(
        int schema,
        String slug,
        String branch,
        String pullRequest,
        String tag,
        String commit,
        Ci ci,
        String publishedAt,
        Map<String, String> tools,
        List<Entry> objects) {
    static final int SCHEMA = 1;

    /** The build as its CI server knows it. */
    record Ci(String server, String buildNumber, String buildUrl) {}

    /** An object and the file that it was made of. */
    record Entry(
            String key,
            String name,
            long size,
            String sha256,
            boolean executable,
            String groupId,
            String artifactId,
            String version,
            String classifier,
            String extension,
            String contentType,
            String contentEncoding,
            String encoding,
            Stored stored) {
        static Entry of(PublishedObject object) {
            Optional<Coordinates> gav = object.planned().output().coordinates();
            return new Entry(
                    object.key().value(),
                    object.planned().output().name(),
                    object.originalSize(),
                    object.originalSha256().hex(),
                    object.planned().output().executable(),
                    gav.map(Coordinates::groupId).orElse(null),
                    gav.map(Coordinates::artifactId).orElse(null),
                    gav.map(Coordinates::version).orElse(null),
                    gav.flatMap(Coordinates::classifier).orElse(null),
                    gav.map(Coordinates::extension).orElse(null),
                    object.planned().form().contentType(),
                    object.planned().form().contentEncoded() ? "gzip" : null,
                    object.planned().form().gzipped() ? "gzip" : "identity",
                    Stored.of(object));
        }
    }

    /** The object as it stands. */
    record Stored(
            long size, String md5, String sha256, Long partSize, String etag, String versionId, String verifiedBy) {
        static Stored of(PublishedObject object) {
            return new Stored(
                    object.stored().size(),
                    object.stored().md5().hex(),
                    object.stored().sha256().hex(),
                    object.partSize().isPresent() ? object.partSize().getAsLong() : null,
                    object.etag().map(Object::toString).orElse(null),
                    object.versionId().orElse(null),
                    object.rung().label());
        }
    }

    static Manifest of(BuildFacts build, Instant publishedAt, List<PublishedObject> objects) {
        return new Manifest(
                SCHEMA,
                build.slug().orElse(null),
                build.branch().orElse(null),
                build.pullRequest().orElse(null),
                build.tag().orElse(null),
                build.commit().orElse(null),
                new Ci(
                        build.server(),
                        build.buildNumber().orElse(null),
                        build.buildUrl().orElse(null)),
                publishedAt.truncatedTo(ChronoUnit.SECONDS).toString(),
                build.tools(),
                objects.stream().map(Entry::of).toList());
    }

    byte[] json() {
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        return (gson.toJson(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
