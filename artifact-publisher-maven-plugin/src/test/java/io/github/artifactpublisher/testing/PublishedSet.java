package io.github.artifactpublisher.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A published set, read over S3 and compared with its manifest byte by byte. Reads with the AWS SDK and computes
 * digests with the JDK, independent of the code under test.
 */
public final class PublishedSet {
    private static final String MANIFEST = "manifest.json";
    private static final String SUMS = "SHA256SUMS";

    /**
     * The gzip header (RFC 1952) that depends on neither time nor machine: deflate, no name, time 0, no extra flags,
     * unknown OS.
     */
    private static final String GZIP_HEADER = "1f8b08000000000000ff";

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    private PublishedSet(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** Returns the set below the prefix, which must end with a slash. Reads nothing yet. */
    public static PublishedSet in(S3Client client, String bucket, String prefix) {
        assertThat(prefix).as("prefix").endsWith("/");
        return new PublishedSet(client, bucket, prefix);
    }

    /** Returns all keys below the prefix, sorted. */
    public List<String> keys() {
        return client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .sorted()
                .toList();
    }

    /** Returns the ETag of each object by its name below the prefix, in a new mutable map. */
    public Map<String, String> eTags() {
        return client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .collect(Collectors.toMap(object -> object.key().substring(prefix.length()), S3Object::eTag));
    }

    public PublishedSet assertNothing() {
        assertThat(keys()).as("keys under %s", prefix).isEmpty();
        return this;
    }

    /** Asserts that there is no manifest, so that the set is not complete; other objects may exist. */
    public PublishedSet assertNoManifest() {
        assertThat(keys()).doesNotContain(prefix + MANIFEST);
        return this;
    }

    /** Returns the manifest, which must exist. */
    public JsonObject manifest() {
        assertThat(keys()).as("keys under %s", prefix).contains(prefix + MANIFEST);
        return JsonParser.parseString(get(prefix + MANIFEST).asUtf8String()).getAsJsonObject();
    }

    /**
     * Asserts that all objects of the manifest exist and match it, that manifest and checksum file are correct, and
     * that there is no other object below the prefix.
     */
    public PublishedSet assertComplete() {
        assertWhole();
        List<String> expected = new ArrayList<>(objectsOf(manifest()).stream()
                .map(object -> text(object, "key"))
                .toList());
        expected.addAll(List.of(prefix + SUMS, prefix + MANIFEST));
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(expected);
        return this;
    }

    /** The same, but other objects may exist below the prefix, such as those of earlier builds. */
    public PublishedSet assertWhole() {
        JsonObject manifest = manifest();
        assertThat(manifest.get("schema").getAsInt()).isEqualTo(1);
        List<JsonObject> objects = objectsOf(manifest);
        assertThat(objects).as("objects of the manifest").isNotEmpty();
        objects.forEach(this::assertIsAsTheManifestSays);
        assertThat(get(prefix + MANIFEST).response().contentType()).isEqualTo("application/json");
        assertSumsList(objects);
        assertSumsAccepted(objects);
        return this;
    }

    /** Asserts that the object of this file name contains, after decompression, the bytes of the built file. */
    public PublishedSet assertHolds(String name, Path builtFile) {
        try {
            assertThat(original(object(name))).as("%s as published", name).isEqualTo(Files.readAllBytes(builtFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Returns the manifest's entry for a file name. */
    public JsonObject object(String name) {
        List<JsonObject> found = objectsOf(manifest()).stream()
                .filter(object -> text(object, "name").equals(name))
                .toList();
        assertThat(found).as("objects named %s", name).hasSize(1);
        return found.get(0);
    }

    /** Returns the file names of the manifest, in its order. */
    public List<String> names() {
        return objectsOf(manifest()).stream()
                .map(object -> text(object, "name"))
                .toList();
    }

    private void assertIsAsTheManifestSays(JsonObject object) {
        String key = text(object, "key");
        JsonObject stored = object.getAsJsonObject("stored");
        ResponseBytes<GetObjectResponse> response = get(key);
        byte[] bytes = response.asByteArray();
        assertThat(key).startsWith(prefix);
        assertThat(bytes).as("size of %s", key).hasSize(stored.get("size").getAsInt());
        assertThat(JdkDigests.md5(bytes)).as("MD5 of %s", key).isEqualTo(text(stored, "md5"));
        assertThat(etag(stored, bytes))
                .as("ETag of %s", key)
                .isEqualTo(text(stored, "etag"))
                .isEqualTo(response.response().eTag().replace("\"", ""));
        assertThat(JdkDigests.sha256(bytes)).as("SHA-256 of %s", key).isEqualTo(text(stored, "sha256"));
        // Servers may omit the space, which is optional in RFC 9110.
        assertThat(response.response().contentType())
                .as("Content-Type of %s", key)
                .isEqualToIgnoringWhitespace(text(object, "contentType"));
        assertThat(response.response().contentEncoding())
                .as("Content-Encoding of %s", key)
                .isNullOrEmpty();
        assertOriginal(object, bytes);
        assertThat(response.response().metadata())
                .as("metadata of %s", key)
                .containsEntry("sha256", text(object, "sha256"));
    }

    /** Computes the ETag: the MD5, or if the manifest has a part size, the ETag of a multipart upload. */
    private static String etag(JsonObject stored, byte[] bytes) {
        return stored.has("partSize")
                ? JdkDigests.etagOfParts(bytes, stored.get("partSize").getAsInt())
                : JdkDigests.md5(bytes);
    }

    private void assertOriginal(JsonObject object, byte[] bytes) {
        String key = text(object, "key");
        if (isGzipped(object)) {
            assertThat(key).endsWith(text(object, "name") + ".gz");
            assertThat(text(object, "contentType")).isEqualTo("application/gzip");
            assertThat(HexFormat.of().formatHex(bytes, 0, 10))
                    .as("gzip header of %s", key)
                    .isEqualTo(GZIP_HEADER);
        } else {
            assertThat(key).endsWith(text(object, "name"));
        }
        byte[] original = isGzipped(object) ? gunzip(bytes) : bytes;
        assertThat(original)
                .as("original size of %s", key)
                .hasSize(object.get("size").getAsInt());
        assertThat(JdkDigests.sha256(original))
                .as("original SHA-256 of %s", key)
                .isEqualTo(text(object, "sha256"));
    }

    private void assertSumsList(List<JsonObject> objects) {
        String expected = objects.stream()
                .sorted(Comparator.comparing(this::nameInSet))
                .map(object -> text(object.getAsJsonObject("stored"), "sha256") + "  " + nameInSet(object) + "\n")
                .reduce("", String::concat);
        assertThat(get(prefix + SUMS).asUtf8String()).as(SUMS).isEqualTo(expected);
        assertThat(get(prefix + SUMS).response().contentType())
                .isEqualToIgnoringWhitespace("text/plain; charset=utf-8");
    }

    /**
     * Checks the set with {@code sha256sum} as the README describes. Without the GNU tool, the comparison of the lines
     * in {@link #assertSumsList} is an equivalent check.
     */
    private void assertSumsAccepted(List<JsonObject> objects) {
        try {
            Path directory = Files.createTempDirectory("published-set");
            for (JsonObject object : objects) {
                Path file = directory.resolve(nameInSet(object));
                Files.createDirectories(file.getParent());
                Files.write(file, get(text(object, "key")).asByteArray());
            }
            Files.write(directory.resolve(SUMS), get(prefix + SUMS).asByteArray());
            if (Files.isExecutable(Path.of("/usr/bin/sha256sum"))) {
                assertAccepts(directory, "/usr/bin/sha256sum", "--strict", "-c", SUMS);
            }
            deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void assertAccepts(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static void deleteRecursively(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private String nameInSet(JsonObject object) {
        return text(object, "key").substring(prefix.length());
    }

    private byte[] original(JsonObject object) {
        byte[] stored = get(text(object, "key")).asByteArray();
        return isGzipped(object) ? gunzip(stored) : stored;
    }

    private static boolean isGzipped(JsonObject object) {
        return text(object, "encoding").equals("gzip");
    }

    private static byte[] gunzip(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ResponseBytes<GetObjectResponse> get(String key) {
        return client.getObjectAsBytes(request -> request.bucket(bucket).key(key));
    }

    private static List<JsonObject> objectsOf(JsonObject manifest) {
        return manifest.getAsJsonArray("objects").asList().stream()
                .map(element -> element.getAsJsonObject())
                .toList();
    }

    private static String text(JsonObject object, String name) {
        assertThat(object.has(name)).as("%s in %s", name, object).isTrue();
        return object.get(name).getAsString();
    }
}
