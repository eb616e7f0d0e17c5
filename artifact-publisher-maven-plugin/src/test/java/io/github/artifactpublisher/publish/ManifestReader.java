package io.github.artifactpublisher.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Somebody who fetches a set by its manifest, again and again, while others publish, and holds every object against it.
 * Reads with the plain SDK and digests with the JDK. What does not agree is a violation.
 */
final class ManifestReader implements AutoCloseable {
    private final S3Client client;
    private final String prefix;
    private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread = new Thread(this::run, "manifest-reader");
    private volatile boolean ended;
    private final AtomicInteger seen = new AtomicInteger();

    private ManifestReader(S3Client client, String prefix) {
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
        byte[] manifest;
        try {
            manifest = get(prefix + "manifest.json");
        } catch (NoSuchKeyException e) {
            return;
        }
        JsonObject set = JsonParser.parseString(new String(manifest, UTF_8)).getAsJsonObject();
        for (JsonElement object : set.getAsJsonArray("objects")) {
            compare(set, object.getAsJsonObject());
        }
        seen.incrementAndGet();
    }

    private void compare(JsonObject set, JsonObject object) {
        String key = object.get("key").getAsString();
        String expected = object.getAsJsonObject("stored").get("sha256").getAsString();
        String build = set.getAsJsonObject("ci").get("buildNumber").getAsString();
        try {
            String found = sha256(get(key));
            if (!found.equals(expected)) {
                violations.add("build " + build + ": " + key + " is not what the manifest says");
            }
        } catch (NoSuchKeyException e) {
            violations.add("build " + build + ": " + key + " is gone");
        }
    }

    /** How many manifests were read, each with all its objects. */
    int seen() {
        return seen.get();
    }

    /** What did not agree. */
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

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
