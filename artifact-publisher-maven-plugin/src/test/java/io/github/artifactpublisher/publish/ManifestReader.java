package io.github.artifactpublisher.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.artifactpublisher.testing.JdkDigests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Downloads a set by its manifest and compares each object with it, repeatedly if started. Uses the plain SDK and the
 * digests of the JDK. Each difference is a violation.
 */
final class ManifestReader implements AutoCloseable {
    private final S3Client client;
    private final String prefix;
    private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread = new Thread(this::run, "manifest-reader");
    private volatile boolean ended;
    private final AtomicInteger seen = new AtomicInteger();

    /**
     * The differences between a manifest and its objects.
     *
     * @param build the number of the manifest's build
     * @param key of the object
     * @param isGone whether there is none under its key; else it is another one
     */
    record Wrong(String build, String key, boolean isGone) {
        @Override
        public String toString() {
            return "build " + build + ": " + key + (isGone ? " is gone" : " is not what the manifest says");
        }
    }

    /** Reads what is below a prefix, which ends with a slash, in the bucket {@code builds}, on request. */
    ManifestReader(S3Client client, String prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    /** Begins to read what is below a prefix, which ends with a slash, in the bucket {@code builds}. */
    static ManifestReader start(S3Client client, String prefix) {
        ManifestReader reader = new ManifestReader(client, prefix);
        reader.thread.start();
        return reader;
    }

    private void run() {
        try {
            while (!ended) {
                read();
            }
        } catch (RuntimeException e) {
            violations.add("the reader has ended with " + e);
        }
    }

    /** Reads once. */
    void read() {
        wrong().forEach(wrong -> violations.add(wrong.toString()));
    }

    /** Reads once, and gives what is wrong instead of keeping it. */
    List<Wrong> wrong() {
        byte[] manifest;
        try {
            manifest = get(prefix + "manifest.json");
        } catch (NoSuchKeyException e) {
            return List.of();
        }
        JsonObject set = JsonParser.parseString(new String(manifest, UTF_8)).getAsJsonObject();
        List<Wrong> wrong = new ArrayList<>();
        for (JsonElement object : set.getAsJsonArray("objects")) {
            compare(set, object.getAsJsonObject()).ifPresent(wrong::add);
        }
        seen.incrementAndGet();
        return wrong;
    }

    private Optional<Wrong> compare(JsonObject set, JsonObject object) {
        String key = object.get("key").getAsString();
        String expected = object.getAsJsonObject("stored").get("sha256").getAsString();
        String build = set.getAsJsonObject("ci").get("buildNumber").getAsString();
        try {
            return JdkDigests.sha256(get(key)).equals(expected)
                    ? Optional.empty()
                    : Optional.of(new Wrong(build, key, false));
        } catch (NoSuchKeyException e) {
            return Optional.of(new Wrong(build, key, true));
        }
    }

    /** How many manifests were read, each with all its objects. */
    int seen() {
        return seen.get();
    }

    /** The differences. */
    List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] get(String key) {
        return client.getObjectAsBytes(request -> request.bucket("builds").key(key))
                .asByteArrayUnsafe();
    }
}
