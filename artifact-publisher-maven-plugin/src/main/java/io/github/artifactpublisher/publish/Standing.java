package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.Listing;
import io.github.artifactpublisher.store.ObjectStore;
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

/** Which of some objects stand below a prefix, by as few listings as it takes. */
final class Standing {
    /** The order in which S3 lists. */
    private static final Comparator<ObjectKey> BY_BYTES =
            (one, other) -> Arrays.compareUnsigned(bytes(one), bytes(other));

    private final Map<ObjectKey, ListedObject> found = new HashMap<>();

    /**
     * Lists from just before the first of the keys until the last is passed, leaving out what lies between two pages.
     * Where a server lists in another order, objects may be missed, and count as not standing.
     *
     * @param sought keys below the prefix
     * @throws ListingException if the listing would never end
     */
    static Standing of(ObjectStore store, KeyPrefix prefix, Collection<ObjectKey> sought) {
        Standing standing = new Standing();
        List<ObjectKey> left = new ArrayList<>(sought);
        left.sort(BY_BYTES);
        Set<ObjectKey> wanted = new HashSet<>(sought);
        Pages pages = new Pages(store, prefix);
        byte[] passed = {};
        while (!left.isEmpty()) {
            Listing page = pages.after(Optional.of(later(justBefore(left.get(0)), passed)));
            page.objects().stream()
                    .filter(object -> wanted.contains(object.key()))
                    .forEach(object -> standing.found.put(object.key(), object));
            if (page.next().isEmpty()) {
                break;
            }
            byte[] last = page.next().get().getBytes(StandardCharsets.UTF_8);
            left.removeIf(key -> Arrays.compareUnsigned(bytes(key), last) <= 0);
            passed = last;
        }
        return standing;
    }

    /** Looks at each of the keys by itself. More requests than a listing, and a right less: who may read may do so. */
    static Standing ofEach(ObjectStore store, Collection<ObjectKey> sought) {
        Standing standing = new Standing();
        sought.forEach(key -> store.look(key).ifPresent(object -> standing.found.put(key, object)));
        return standing;
    }

    /** A listing begins after a key: the beginning of this one is before it, and after nearly all others. */
    private static String justBefore(ObjectKey key) {
        String value = key.value();
        return value.substring(0, value.offsetByCodePoints(value.length(), -1));
    }

    /** More than a page may lie between the beginning of a key and that key. */
    private static String later(String key, byte[] passed) {
        return Arrays.compareUnsigned(key.getBytes(StandardCharsets.UTF_8), passed) < 0
                ? new String(passed, StandardCharsets.UTF_8)
                : key;
    }

    private static byte[] bytes(ObjectKey key) {
        return key.value().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether the object stands as it was stored: with the ETag that the answer to the upload had, or with its MD5,
     * since that answer may have had a wrong ETag.
     */
    boolean has(PublishedObject object) {
        return Optional.ofNullable(found.get(object.key()))
                .filter(listed -> listed.size() == object.stored().size())
                .flatMap(ListedObject::etag)
                .filter(etag -> etag.matches(object.stored().md5())
                        || object.etag().filter(etag::matches).isPresent())
                .isPresent();
    }

    /** What stands under a key. */
    Optional<ListedObject> at(ObjectKey key) {
        return Optional.ofNullable(found.get(key));
    }
}
