package io.github.artifactpublisher.manifest;

import java.util.List;
import java.util.Map;

/** The JSON of a {@link Manifest} as {@link ManifestParser} reads it. An absent value is null. */
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
    /** The CI server and the build. */
    record Ci(String server, String buildNumber, Long sequence, String run, String attempt, String buildUrl) {}

    /** An object, and the file that it was made of. */
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
            Stored stored) {}

    /** The stored bytes of an object. */
    record Stored(
            Long size, String md5, String sha256, Long partSize, String etag, String versionId, String verifiedBy) {}
}
