package io.github.artifactpublisher.manifest;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.integrity.VerificationMethod;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * The JSON of a {@link Manifest}, field by field and in this order. An unknown value is null, and absent in the file.
 */
record ManifestJson(
        int schema,
        String slug,
        String branch,
        String pullRequest,
        String tag,
        String commit,
        String commitTime,
        Boolean dirty,
        Ci ci,
        String publishedAt,
        Map<String, String> tools,
        String layout,
        Boolean conditionalWrites,
        List<String> modules,
        List<Entry> objects) {
    record Ci(String server, String buildNumber, Long sequence, String run, String attempt, String buildUrl) {
        static Ci of(BuildFacts build) {
            return new Ci(
                    build.server(),
                    build.buildNumber().orElse(null),
                    build.sequence().orElse(null),
                    build.run().orElse(null),
                    build.attempt().orElse(null),
                    build.buildUrl().orElse(null));
        }
    }

    record Entry(
            String key,
            String name,
            Long size,
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
            String attributes,
            Stored stored) {
        static Entry of(ManifestEntry entry) {
            return new Entry(
                    entry.key().value(),
                    entry.name(),
                    entry.size(),
                    entry.sha256().hex(),
                    entry.executable(),
                    entry.artifact().map(ManifestEntry.Artifact::groupId).orElse(null),
                    entry.artifact().map(ManifestEntry.Artifact::artifactId).orElse(null),
                    entry.artifact().map(ManifestEntry.Artifact::version).orElse(null),
                    entry.artifact().flatMap(ManifestEntry.Artifact::classifier).orElse(null),
                    entry.artifact().map(ManifestEntry.Artifact::extension).orElse(null),
                    entry.contentType().orElse(null),
                    entry.contentEncoding().orElse(null),
                    entry.encoding().label(),
                    entry.attributes().orElse(null),
                    Stored.of(entry.stored()));
        }
    }

    record Stored(
            Long size, String md5, String sha256, Long partSize, String etag, String versionId, String verifiedBy) {
        static Stored of(ManifestEntry.Stored stored) {
            return new Stored(
                    stored.digests().size(),
                    stored.digests().md5().hex(),
                    stored.digests().sha256().hex(),
                    stored.partSize().isPresent() ? stored.partSize().getAsLong() : null,
                    stored.etag().map(Object::toString).orElse(null),
                    stored.versionId().orElse(null),
                    stored.verifiedBy().map(VerificationMethod::label).orElse(null));
        }
    }

    static ManifestJson of(Manifest manifest) {
        BuildFacts build = manifest.build();
        return new ManifestJson(
                Manifest.SCHEMA,
                build.slug().orElse(null),
                build.branch().orElse(null),
                build.pullRequest().orElse(null),
                build.tag().orElse(null),
                build.commit().map(CommitId::value).orElse(null),
                build.commitTime().map(Instant::toString).orElse(null),
                build.dirty() ? true : null,
                Ci.of(build),
                manifest.publishedAt()
                        .map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(null),
                build.tools(),
                manifest.layout().map(Layout::label).orElse(null),
                manifest.conditionalWrites().orElse(null),
                build.modules().isEmpty() ? null : build.modules(),
                manifest.objects().stream().map(Entry::of).toList());
    }

    byte[] bytes() {
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        return (gson.toJson(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
