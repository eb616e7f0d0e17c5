package io.github.artifactpublisher.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** The assertions accept a correct set and reject each single deviation. */
class PublishedSetTest {
    private static final String PREFIX = "artifacts/acme/app/main/";
    private static final String KEY = PREFIX + "app.txt.gz";
    private static final byte[] BUILT = "what the build made".getBytes(UTF_8);

    @TempDir
    Path directory;

    private S3Server server;
    private PublishedSet set;

    @BeforeEach
    void publish() throws IOException {
        server = S3Server.start(directory.resolve("s3")).createBucket("builds");
        set = PublishedSet.in(server.client(), "builds", PREFIX);
        byte[] gzipped = gzip(BUILT);
        put(KEY, "application/gzip", gzipped);
        put(
                PREFIX + "SHA256SUMS",
                "text/plain; charset=utf-8",
                (JdkDigests.sha256(gzipped) + "  app.txt.gz\n").getBytes(UTF_8));
        putManifest(manifestOf(gzipped));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void acceptsACorrectSet() throws IOException {
        Path built = Files.write(directory.resolve("app.txt"), BUILT);

        set.assertComplete().assertHolds("app.txt", built);

        assertThat(set.names()).containsExactly("app.txt");
        assertThat(set.keys()).containsExactly(PREFIX + "SHA256SUMS", KEY, PREFIX + "manifest.json");
    }

    @Test
    void rejectsAnotherFileThanTheBuiltOne() throws IOException {
        Path built = Files.writeString(directory.resolve("app.txt"), "something else");

        assertThatThrownBy(() -> set.assertHolds("app.txt", built)).isInstanceOf(AssertionError.class);
    }

    @Test
    void rejectsAnAdditionalObject() {
        put(PREFIX + "stray.gz", "application/gzip", gzip(BUILT));

        assertIncomplete("stray.gz");
    }

    @Test
    void rejectsAnotherContentType() {
        put(KEY, "application/octet-stream", gzip(BUILT));

        assertIncomplete("Content-Type");
    }

    @Test
    void rejectsChangedBytesOfTheSameSize() {
        byte[] changed = gzip(BUILT);
        changed[changed.length / 2] ^= 1;
        put(KEY, "application/gzip", changed);

        assertIncomplete("MD5");
    }

    @Test
    void rejectsAGzipHeaderWithTheTime() {
        byte[] dated = gzip(BUILT);
        dated[4] = 1;
        put(KEY, "application/gzip", dated);
        putManifest(manifestOf(dated));

        assertIncomplete("gzip header");
    }

    @Test
    void rejectsAWrongOriginalDigest() {
        JsonObject manifest = manifestOf(gzip(BUILT));
        manifest.getAsJsonArray("objects").get(0).getAsJsonObject().addProperty("sha256", "00");
        putManifest(manifest);

        assertIncomplete("original SHA-256");
    }

    @Test
    void rejectsAWrongChecksum() {
        put(PREFIX + "SHA256SUMS", "text/plain; charset=utf-8", ("0".repeat(64) + "  app.txt.gz\n").getBytes(UTF_8));

        assertIncomplete("SHA256SUMS");
    }

    private void assertIncomplete(String reason) {
        assertThatThrownBy(set::assertComplete)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(reason);
    }

    private void putManifest(JsonObject manifest) {
        put(PREFIX + "manifest.json", "application/json", manifest.toString().getBytes(UTF_8));
    }

    private void put(String key, String contentType, byte[] bytes) {
        server.client()
                .putObject(
                        request -> request.bucket("builds")
                                .key(key)
                                .contentType(contentType)
                                .metadata(Map.of("sha256", JdkDigests.sha256(BUILT))),
                        RequestBody.fromBytes(bytes));
    }

    private static JsonObject manifestOf(byte[] gzipped) {
        String md5 = JdkDigests.md5(gzipped);
        return JsonParser.parseString("""
                        {"schema": 1, "objects": [{
                          "key": "%s", "name": "app.txt", "size": %d, "sha256": "%s",
                          "contentType": "application/gzip", "encoding": "gzip",
                          "stored": {"size": %d, "md5": "%s", "sha256": "%s", "etag": "%s"}}]}
                        """.formatted(
                                KEY,
                                BUILT.length,
                                JdkDigests.sha256(BUILT),
                                gzipped.length,
                                md5,
                                JdkDigests.sha256(gzipped),
                                md5))
                .getAsJsonObject();
    }

    /** The JDK writes the same header, except for the operating system: 0 until JDK 15, 255 since. */
    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
