package io.github.artifactpublisher.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link ObjectLister#list} and {@link ObjectLister#listFolder} for every server. */
public interface ListingContract {
    ObjectStore store();

    ObjectStore storeWithoutBucket();

    /** Returns a store on the same bucket that lists so many keys with each request. */
    ObjectStore storeWithPagesOf(int keys);

    private void put(String... keys) {
        Stream.of(keys)
                .forEach(key -> store().put(
                                new ObjectKey(key), Body.of(key.getBytes(UTF_8)), TestHeaders.ofType("text/plain")));
    }

    private static List<String> keys(Stream<ListedObject> objects) {
        return objects.map(object -> object.key().value()).toList();
    }

    private static List<String> entries(Stream<ObjectLister.FolderEntry> entries) {
        return entries.map(entry -> entry.object()
                        .map(object -> object.key().value())
                        .or(() -> entry.folder().map(KeyPrefix::toString))
                        .orElseThrow())
                .toList();
    }

    @Test
    default void allPagesAreListedAsOne() {
        String[] keys = IntStream.range(0, 7).mapToObj(i -> "all/" + i + "/x").toArray(String[]::new);
        put(keys);
        put("all-not/x");

        assertThat(keys(storeWithPagesOf(3).list(new KeyPrefix("all")))).containsExactly(keys);
        assertThat(keys(storeWithPagesOf(7).list(new KeyPrefix("all")))).containsExactly(keys);
        assertThat(keys(store().list(new KeyPrefix("all")))).containsExactly(keys);
    }

    @Test
    default void aListedObjectIsTheSameAsInAPage() {
        put("same/x");

        assertThat(store().list(new KeyPrefix("same")))
                .containsExactlyElementsOf(store().listPage(new KeyPrefix("same"), Optional.empty())
                        .objects());
    }

    @Test
    default void aFolderHasItsObjectsAndItsFoldersOnly() {
        put("tree/a", "tree/b/x", "tree/b/y/z", "tree/c/x", "tree/d", "tree-not/x");

        assertThat(entries(store().listFolder(new KeyPrefix("tree"))))
                .containsExactlyInAnyOrder("tree/a", "tree/b/", "tree/c/", "tree/d");
        assertThat(entries(store().listFolder(new KeyPrefix("tree/b"))))
                .containsExactlyInAnyOrder("tree/b/x", "tree/b/y/");
        assertThat(store().listFolder(new KeyPrefix("tree/b")).flatMap(entry -> entry.object().stream()))
                .singleElement()
                .satisfies(object -> assertThat(object.size()).isEqualTo(8));
    }

    @Test
    default void aFolderOfMoreThanAPageIsListedWhole() {
        String[] folders =
                IntStream.range(0, 7).mapToObj(i -> "wide/" + i + "/").toArray(String[]::new);
        Stream.of(folders).forEach(folder -> put(folder + "x", folder + "y"));
        put("wide/3-file");

        assertThat(entries(storeWithPagesOf(2).listFolder(new KeyPrefix("wide"))))
                .hasSize(8)
                .contains(folders)
                .contains("wide/3-file");
    }

    @Test
    default void anEmptyFolderHasAnEmptyListing() {
        assertThat(store().list(new KeyPrefix("nothing"))).isEmpty();
        assertThat(store().listFolder(new KeyPrefix("nothing"))).isEmpty();
    }

    @Test
    default void aListingMayBeLeftBeforeItsEnd() {
        put("early/a", "early/b", "early/c", "early/d");

        assertThat(keys(storeWithPagesOf(2).list(new KeyPrefix("early")).limit(1)))
                .containsExactly("early/a");
        assertThat(storeWithPagesOf(2)
                        .list(new KeyPrefix("early"))
                        .iterator()
                        .next()
                        .key())
                .isEqualTo(new ObjectKey("early/a"));
    }

    @Test
    default void strangeKeysAreListedAsTheyAre() {
        String[] keys = {"odd/a b", "odd/a%2Fb", "odd/a+b", "odd/é😀/x", "odd/{x}[y]#?&=;,@$!'()~"};
        put(keys);

        assertThat(keys(storeWithPagesOf(1).list(new KeyPrefix("odd")))).containsExactlyInAnyOrder(keys);
        assertThat(entries(storeWithPagesOf(1).listFolder(new KeyPrefix("odd"))))
                .containsExactlyInAnyOrder(
                        Stream.of(keys).map(key -> key.replaceFirst("/x$", "/")).toArray(String[]::new));
    }

    @Test
    default void aMissingBucketFailsWhenTheFirstPageIsRead() {
        Stream<ListedObject> objects = storeWithoutBucket().list(new KeyPrefix("key"));

        assertThatThrownBy(objects::findFirst)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.NO_SUCH_BUCKET));
    }
}
