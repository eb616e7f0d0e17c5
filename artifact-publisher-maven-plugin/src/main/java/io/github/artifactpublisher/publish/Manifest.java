package io.github.artifactpublisher.publish;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.github.artifactpublisher.git.CommitId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The manifest of a set as it stands, in version 1 of its schema ({@code docs/manifest.md}). A value that is not known
 * is null here and absent in the JSON.
 */
record Manifest(
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
        List<ManifestEntry> objects) {
    static final int SCHEMA = 1;

    /** The build as its CI server knows it. */
    record Ci(String server, String buildNumber, Long sequence, String run, String attempt, String buildUrl) {}

    /**
     * Makes the manifest of a set.
     *
     * @param conditionalWrites whether the store heeds conditions; null if that was not found out
     */
    static Manifest of(
            BuildFacts build,
            Instant publishedAt,
            PublishOptions options,
            Boolean conditionalWrites,
            List<PublishedObject> objects) {
        return new Manifest(
                SCHEMA,
                build.slug().orElse(null),
                build.branch().orElse(null),
                build.pullRequest().orElse(null),
                build.tag().orElse(null),
                build.commit().orElse(null),
                build.commitTime().map(Instant::toString).orElse(null),
                build.dirty() ? true : null,
                new Ci(
                        build.server(),
                        build.buildNumber().orElse(null),
                        build.sequence().orElse(null),
                        build.run().orElse(null),
                        build.attempt().orElse(null),
                        build.buildUrl().orElse(null)),
                publishedAt.truncatedTo(ChronoUnit.SECONDS).toString(),
                build.tools(),
                options.layout().label(),
                conditionalWrites,
                build.modules().isEmpty() ? null : build.modules(),
                objects.stream()
                        .map(object -> ManifestEntry.of(object, options.storage()))
                        .toList());
    }

    /**
     * Reads what stands.
     *
     * @param location where, for the message
     * @throws ManifestException if it is no manifest, or one of a schema that is not known
     */
    static Manifest parse(byte[] json, String location) {
        Manifest manifest;
        try {
            manifest = new Gson().fromJson(new String(json, StandardCharsets.UTF_8), Manifest.class);
        } catch (JsonParseException e) {
            throw new ManifestException(location, "is no JSON of a manifest", e);
        }
        if (manifest == null || manifest.schema == 0) {
            throw new ManifestException(location, "is no manifest", null);
        }
        if (manifest.schema != SCHEMA) {
            throw new ManifestException(location, "has the schema " + manifest.schema, null);
        }
        if (manifest.objects == null
                || manifest.objects.stream().anyMatch(entry -> entry == null || entry.isIncomplete())) {
            throw new ManifestException(location, "lacks what a manifest has", null);
        }
        return manifest;
    }

    /** The build whose set it is, as far as it says. */
    BuildFacts build() {
        Optional<Ci> server = Optional.ofNullable(ci);
        return new BuildFacts(
                Optional.ofNullable(slug),
                Optional.ofNullable(branch),
                Optional.ofNullable(pullRequest),
                Optional.ofNullable(tag),
                legal(commit, CommitId::new).map(CommitId::value),
                server.map(Ci::server).orElse("unknown CI server"),
                server.map(Ci::buildNumber),
                server.map(Ci::buildUrl),
                server.map(Ci::sequence),
                legal(commitTime, Instant::parse),
                tools == null ? Map.of() : tools,
                server.map(Ci::run),
                server.map(Ci::attempt),
                knownModules(),
                Boolean.TRUE.equals(dirty));
    }

    /** Manifests of before there was such a list name only the modules of artifacts. */
    private List<String> knownModules() {
        Stream<String> ids = modules != null
                ? modules.stream()
                : objects.stream()
                        .filter(entry -> entry.groupId() != null && entry.artifactId() != null)
                        .map(entry -> entry.groupId() + ":" + entry.artifactId());
        return ids.filter(Objects::nonNull).distinct().sorted().toList();
    }

    /** What cannot be read says nothing. */
    private static <T> Optional<T> legal(String text, Function<String, T> parser) {
        try {
            return Optional.ofNullable(text).map(parser);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    byte[] json() {
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        return (gson.toJson(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
