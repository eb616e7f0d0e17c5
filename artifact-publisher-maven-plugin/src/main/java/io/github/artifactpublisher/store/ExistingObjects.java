package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects of a given list that exist in the store, found with few requests. Immutable. */
public final class ExistingObjects {
    /** The order in which S3 lists. */
    private static final Comparator<ObjectKey> BY_BYTES =
            (one, other) -> Arrays.compareUnsigned(bytes(one.value()), bytes(other.value()));

    private final Map<ObjectKey, ListedObject> found = new HashMap<>();

    private ExistingObjects() {}

    /**
     * Finds the objects by listing: from just before the first key until the last key is passed, without the keys that
     * lie between two pages. If a server lists in another order, objects may be missed and count as missing.
     *
     * @param sought keys below the prefix
     * @throws ListingException if the listing would never end
     */
    public static ExistingObjects list(ObjectLister store, KeyPrefix prefix, Collection<ObjectKey> sought) {
        ExistingObjects existing = new ExistingObjects();
        List<ObjectKey> left = new ArrayList<>(sought);
        left.sort(BY_BYTES);
        Set<ObjectKey> wanted = new HashSet<>(sought);
        Set<String> ends = new HashSet<>();
        String passed = "";
        while (!left.isEmpty()) {
            ObjectLister.Page page = store.listPage(prefix, Optional.of(later(justBefore(left.get(0)), passed)));
            page.objects().stream()
                    .filter(object -> wanted.contains(object.key()))
                    .forEach(object -> existing.found.put(object.key(), object));
            if (page.next().isEmpty()) {
                break;
            }
            String last = page.next().get();
            if (!ends.add(last)) {
                throw new ListingException(store.address(prefix), last);
            }
            left.removeIf(key -> Arrays.compareUnsigned(bytes(key.value()), bytes(last)) <= 0);
            passed = last;
        }
        return existing;
    }

    /** Finds the objects by one HEAD request each: more requests, but no permission to list is needed. */
    public static ExistingObjects head(ObjectReader store, Collection<ObjectKey> sought) {
        ExistingObjects existing = new ExistingObjects();
        sought.forEach(key -> store.head(key).ifPresent(object -> existing.found.put(key, object)));
        return existing;
    }

    /** Returns the key without its last character, which sorts before it and after nearly all smaller keys. */
    private static String justBefore(ObjectKey key) {
        String value = key.value();
        return value.substring(0, value.offsetByCodePoints(value.length(), -1));
    }

    /** More than one page may lie between the beginning of a key and that key. */
    private static String later(String key, String passed) {
        return Arrays.compareUnsigned(bytes(key), bytes(passed)) < 0 ? passed : key;
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether the object exists as it was uploaded. Its ETag may be the one of the upload's response, or its MD5,
     * because that response may have had a wrong ETag.
     *
     * @param stored the digests of the bytes that were uploaded
     * @param etag the ETag of the upload's response
     */
    public boolean has(ObjectKey key, Digests stored, Optional<ETag> etag) {
        return at(key).filter(listed -> listed.size() == stored.size())
                .flatMap(ListedObject::etag)
                .filter(listed -> listed.matches(stored.md5())
                        || etag.filter(listed::matches).isPresent())
                .isPresent();
    }

    /** Returns the object with this key, if it exists. */
    public Optional<ListedObject> at(ObjectKey key) {
        return Optional.ofNullable(found.get(key));
    }
}
