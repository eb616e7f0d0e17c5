package io.github.artifactpublisher.manifest;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.ObjectHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The checksum file {@code SHA256SUMS} of a set: a line for each object with its path below the prefix, so that
 * {@code sha256sum -c} works in a copy of the prefix.
 *
 * @param key the key of the file
 * @param body its contents
 */
public record ChecksumFile(ObjectKey key, Body.BytesBody body) {
    /** Creates the file of a set. */
    public static ChecksumFile of(KeyPrefix prefix, Collection<ManifestEntry> objects) {
        Map<String, Sha256> sums = new TreeMap<>();
        objects.forEach(
                entry -> sums.put(entry.key().value(), entry.stored().digests().sha256()));
        String lines = sums.entrySet().stream()
                .map(sum -> sum.getValue().hex() + "  " + path(prefix, new ObjectKey(sum.getKey())) + "\n")
                .collect(Collectors.joining());
        return new ChecksumFile(prefix.key(SetFiles.SHA256SUMS), Body.of(lines.getBytes(StandardCharsets.UTF_8)));
    }

    /** A manifest that was copied from another prefix names objects there. */
    private static String path(KeyPrefix prefix, ObjectKey key) {
        return prefix.contains(key) ? prefix.relativize(key) : key.value();
    }

    /** Returns the headers to store it with. */
    public ObjectHeaders headers() {
        return SetFiles.headers("text/plain; charset=utf-8", body);
    }

    /** Whether a listing shows this file, by its MD5. */
    public boolean isIn(ListedObject listed) {
        Digests digests = body.digests();
        return listed.size() == digests.size()
                && listed.etag().filter(etag -> etag.matches(digests.md5())).isPresent();
    }
}
