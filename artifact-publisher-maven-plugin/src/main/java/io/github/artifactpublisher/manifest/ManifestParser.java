package io.github.artifactpublisher.manifest;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Md5;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.integrity.VerificationMethod;
import io.github.artifactpublisher.layout.KeyException;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.ManifestEntry.Artifact;
import io.github.artifactpublisher.manifest.ManifestEntry.Encoding;
import io.github.artifactpublisher.manifest.ManifestEntry.Stored;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Parses the JSON of a {@link Manifest}. The JSON is not trusted. */
final class ManifestParser {
    private final String location;

    ManifestParser(String location) {
        this.location = location;
    }

    Manifest parse(byte[] bytes) {
        ManifestJson json = json(bytes);
        if (json == null || json.schema() == 0) {
            throw new ManifestException(location, "is not a manifest", null);
        }
        if (json.schema() != Manifest.SCHEMA) {
            throw new ManifestException(location, "has the schema " + json.schema(), null);
        }
        return new Manifest(
                build(json),
                optional(json.publishedAt(), Instant::parse),
                optional(json.layout(), Layout::fromLabel),
                Optional.ofNullable(json.conditionalWrites()),
                entries(json));
    }

    private ManifestJson json(byte[] bytes) {
        try {
            return new Gson().fromJson(new String(bytes, StandardCharsets.UTF_8), ManifestJson.class);
        } catch (JsonParseException e) {
            throw new ManifestException(location, "is not the JSON of a manifest", e);
        }
    }

    private List<ManifestEntry> entries(ManifestJson json) {
        List<ManifestEntry> entries = new ArrayList<>();
        for (ManifestJson.Entry entry : required("objects", json.objects(), Function.identity())) {
            String path = "objects[" + entries.size() + "]";
            entries.add(entry(path + ".", required(path, entry, Function.identity())));
        }
        return entries;
    }

    private ManifestEntry entry(String path, ManifestJson.Entry json) {
        return new ManifestEntry(
                required(path + "key", json.key(), ObjectKey::new),
                required(path + "name", json.name(), Function.identity()),
                required(path + "size", json.size(), ManifestParser::notNegative),
                required(path + "sha256", json.sha256(), Sha256::new),
                json.executable(),
                artifact(json),
                Optional.ofNullable(json.contentType()),
                Optional.ofNullable(json.contentEncoding()),
                required(path + "encoding", json.encoding(), Encoding::fromLabel),
                Optional.ofNullable(json.attributes()),
                stored(path + "stored.", required(path + "stored", json.stored(), Function.identity())));
    }

    private Stored stored(String path, ManifestJson.Stored json) {
        return new Stored(
                new Digests(
                        required(path + "size", json.size(), ManifestParser::notNegative),
                        required(path + "md5", json.md5(), Md5::new),
                        required(path + "sha256", json.sha256(), Sha256::new)),
                json.partSize() == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(required(path + "partSize", json.partSize(), ManifestParser::positive)),
                optional(json.etag(), ETag::new),
                Optional.ofNullable(json.versionId()),
                Optional.ofNullable(json.verifiedBy()).flatMap(VerificationMethod::fromLabel));
    }

    private static Optional<Artifact> artifact(ManifestJson.Entry json) {
        return Stream.of(json.groupId(), json.artifactId(), json.version(), json.extension())
                        .allMatch(Objects::nonNull)
                ? Optional.of(new Artifact(
                        json.groupId(),
                        json.artifactId(),
                        json.version(),
                        Optional.ofNullable(json.classifier()),
                        json.extension()))
                : Optional.empty();
    }

    private static BuildFacts build(ManifestJson json) {
        Optional<ManifestJson.Ci> ci = Optional.ofNullable(json.ci());
        return new BuildFacts(
                Optional.ofNullable(json.slug()),
                Optional.ofNullable(json.branch()),
                Optional.ofNullable(json.pullRequest()),
                Optional.ofNullable(json.tag()),
                optional(json.commit(), CommitId::new),
                ci.map(ManifestJson.Ci::server).orElse("unknown CI server"),
                ci.map(ManifestJson.Ci::buildNumber),
                ci.map(ManifestJson.Ci::buildUrl),
                ci.map(ManifestJson.Ci::sequence),
                optional(json.commitTime(), Instant::parse),
                Optional.ofNullable(json.tools()).orElse(Map.of()),
                ci.map(ManifestJson.Ci::run),
                ci.map(ManifestJson.Ci::attempt),
                modules(json),
                Boolean.TRUE.equals(json.dirty()));
    }

    /** A manifest without the list of modules names only the modules of artifacts. */
    private static List<String> modules(ManifestJson json) {
        Stream<String> ids = json.modules() != null
                ? json.modules().stream()
                : Stream.ofNullable(json.objects())
                        .flatMap(List::stream)
                        .filter(entry -> entry != null && entry.groupId() != null && entry.artifactId() != null)
                        .map(entry -> entry.groupId() + ":" + entry.artifactId());
        return ids.filter(Objects::nonNull).distinct().sorted().toList();
    }

    private <T, R> R required(String field, T value, Function<T, R> parser) {
        try {
            return Optional.ofNullable(value)
                    .map(parser)
                    .orElseThrow(() -> new ManifestException(location, "has no " + field, null));
        } catch (IllegalArgumentException | KeyException e) {
            throw new ManifestException(location, "has no valid " + field, e);
        }
    }

    private static <R> Optional<R> optional(String text, Function<String, R> parser) {
        try {
            return Optional.ofNullable(text).map(parser);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long notNegative(long number) {
        return requireMin(0, number);
    }

    private static long positive(long number) {
        return requireMin(1, number);
    }

    private static long requireMin(long minimum, long number) {
        if (number < minimum) {
            throw new IllegalArgumentException(number + " is less than " + minimum);
        }
        return number;
    }
}
