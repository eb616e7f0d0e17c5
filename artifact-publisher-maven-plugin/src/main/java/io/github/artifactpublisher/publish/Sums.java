package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.ObjectHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code SHA256SUMS}: a line for each object, its path below the prefix, so that {@code sha256sum -c} works on a copy
 * of what is below the prefix.
 *
 * @param key where it goes
 * @param body what it says
 */
record Sums(ObjectKey key, Body.BytesBody body) {
    static Sums of(KeyPrefix prefix, List<PublishedObject> objects) {
        Map<String, Sha256> sums = new TreeMap<>();
        objects.forEach(object -> sums.put(object.key().value(), object.stored().sha256()));
        return of(prefix, sums);
    }

    static Sums of(KeyPrefix prefix, Manifest manifest) {
        Map<String, Sha256> sums = new TreeMap<>();
        manifest.objects()
                .forEach(entry -> sums.put(entry.key(), entry.digests().sha256()));
        return of(prefix, sums);
    }

    private static Sums of(KeyPrefix prefix, Map<String, Sha256> sums) {
        String lines = sums.entrySet().stream()
                .map(sum -> sum.getValue().hex() + "  " + name(prefix, sum.getKey()) + "\n")
                .collect(Collectors.joining());
        return new Sums(prefix.key(SetFiles.SHA256SUMS), Body.of(lines.getBytes(StandardCharsets.UTF_8)));
    }

    /** A manifest that was copied from another prefix names objects there. */
    private static String name(KeyPrefix prefix, String key) {
        return key.startsWith(prefix.toString())
                ? key.substring(prefix.toString().length())
                : key;
    }

    /** Whoever reads it can compare it with its SHA-256, where its ETag is no MD5. */
    ObjectHeaders headers() {
        return Headers.ofOwn("text/plain; charset=utf-8", body);
    }

    /** Whether this is what stands. */
    boolean isSameAs(ListedObject standing) {
        Digests digests = body.digests();
        return standing.size() == digests.size()
                && standing.etag().filter(etag -> etag.matches(digests.md5())).isPresent();
    }
}
