package io.github.artifactpublisher.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Md5;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.integrity.VerificationMethod;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.ManifestEntry.Artifact;
import io.github.artifactpublisher.manifest.ManifestEntry.Encoding;
import io.github.artifactpublisher.manifest.ManifestEntry.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    private static final BuildFacts BUILD = Builds.of(
            Optional.of("acme/app"),
            Optional.of("main"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("0123456789abcdef0123456789abcdef01234567"),
            "Jenkins",
            Optional.of("7"),
            Optional.of("https://ci.example/7?a=b&c=<d>"),
            Map.of("maven", "3.9.16"));
    private static final ManifestEntry ENTRY = new ManifestEntry(
            new ObjectKey("a/app.jar.gz"),
            "app.jar",
            10,
            new Sha256("a".repeat(64)),
            true,
            Optional.of(new Artifact("g", "a", "1", Optional.of("c"), "jar")),
            Optional.of("application/gzip"),
            Optional.empty(),
            Encoding.GZIP,
            Optional.of("0f1e"),
            new Stored(
                    new Digests(5, new Md5("b".repeat(32)), new Sha256("c".repeat(64))),
                    OptionalLong.of(4),
                    Optional.of(new ETag("tag-2")),
                    Optional.of("v1"),
                    Optional.of(VerificationMethod.READ_BACK)));
    private static final String JSON = """
            {
              "schema": 1,
              "slug": "acme/app",
              "branch": "main",
              "commit": "0123456789abcdef0123456789abcdef01234567",
              "dirty": true,
              "ci": {
                "server": "Jenkins",
                "buildNumber": "7",
                "sequence": 3,
                "attempt": "2",
                "buildUrl": "https://ci.example/7?a=b&c=<d>"
              },
              "publishedAt": "1970-01-01T00:00:01Z",
              "tools": {
                "maven": "3.9.16"
              },
              "layout": "in-place",
              "conditionalWrites": true,
              "modules": [
                "a:b"
              ],
              "objects": [
                {
                  "key": "a/app.jar.gz",
                  "name": "app.jar",
                  "size": 10,
                  "sha256": "%s",
                  "executable": true,
                  "groupId": "g",
                  "artifactId": "a",
                  "version": "1",
                  "classifier": "c",
                  "extension": "jar",
                  "contentType": "application/gzip",
                  "encoding": "gzip",
                  "attributes": "0f1e",
                  "stored": {
                    "size": 5,
                    "md5": "%s",
                    "sha256": "%s",
                    "partSize": 4,
                    "etag": "tag-2",
                    "versionId": "v1",
                    "verifiedBy": "read-back"
                  }
                }
              ]
            }
            """.formatted("a".repeat(64), "b".repeat(32), "c".repeat(64));

    @Test
    void aManifestIsWrittenAsDocumentedAndParsedAgain() {
        BuildFacts build =
                Builds.inSequence(3, Builds.inAttempt("2", BUILD.ofDirty(true))).ofModules(List.of("a:b"));
        Manifest manifest = new Manifest(
                        build,
                        Optional.of(Instant.ofEpochSecond(1)),
                        Optional.of(Layout.IN_PLACE),
                        Optional.empty(),
                        List.of(ENTRY))
                .withConditionalWrites(true);

        assertThat(json(manifest)).isEqualTo(JSON);
        assertThat(parse(JSON)).isEqualTo(manifest);
    }

    @Test
    void unknownValuesAreAbsent() {
        Manifest manifest =
                new Manifest(BUILD.ofDirty(false), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        assertThat(json(manifest)).doesNotContain("null", "dirty", "modules", "layout", "conditionalWrites");
        assertThat(parse(json(manifest))).isEqualTo(manifest);
    }

    /** Anybody who can write to the bucket can change any value. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "schema": 1             | "schema": 2                  | has the schema 2
            "schema": 1             | "other": 1                   | is not a manifest
            "objects": [            | "other": [                   | has no objects
            "objects": [            | "objects": [null,            | has no objects[0]
            "key": "a/app.jar.gz"   | "key": "a/../../other.jar"   | has no valid objects[0].key
            "key": "a/app.jar.gz"   | "key": "/a/app.jar"          | has no valid objects[0].key
            "key": "a/app.jar.gz"   | "key": "a\\u0007b"           | has no valid objects[0].key
            "key":                  | "other":                     | has no objects[0].key
            "name": "app.jar"       | "name": null                 | has no objects[0].name
            "size": 10              | "size": -1                   | has no valid objects[0].size
            "sha256": "aaaa         | "sha256": "../a              | has no valid objects[0].sha256
            "encoding": "gzip"      | "encoding": "zstd"           | has no valid objects[0].encoding
            "stored": {             | "other": {                   | has no objects[0].stored
            "size": 5               | "size": null                 | has no objects[0].stored.size
            "md5": "bb              | "md5": "b                    | has no valid objects[0].stored.md5
            "sha256": "cccc         | "sha256": "CCCC              | has no valid objects[0].stored.sha256
            "partSize": 4           | "partSize": 0                | has no valid objects[0].stored.partSize
            "size": 10              | "size": "ten"                | is not the JSON of a manifest
            """)
    void anInvalidValueIsRefusedWithItsField(String valid, String invalid, String reason) {
        String json = JSON.replace(valid, invalid);

        assertThat(json).isNotEqualTo(JSON);
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> parse(json))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "commit": "0123                        | "commit": "main
            "publishedAt": "1970-01-01T00:00:01Z"  | "publishedAt": "yesterday"
            "layout": "in-place"                   | "layout": "sideways"
            "etag": "tag-2"                        | "etag": " "
            "verifiedBy": "read-back"              | "verifiedBy": "trust"
            """)
    void anInvalidValueThatOnlyDescribesCountsAsAbsent(String valid, String invalid) {
        Manifest manifest = parse(JSON.replace(valid, invalid));

        assertThat(manifest).isNotEqualTo(parse(JSON));
        assertThat(manifest.objects()).hasSize(1);
    }

    private static Manifest parse(String json) {
        return Manifest.parse(json.getBytes(UTF_8), "s3://builds/a/manifest.json");
    }

    private static String json(Manifest manifest) {
        return new String(manifest.toJson().bytes(), UTF_8);
    }
}
