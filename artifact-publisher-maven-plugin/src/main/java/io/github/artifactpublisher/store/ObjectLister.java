package io.github.artifactpublisher.store;

import io.github.artifactpublisher.layout.KeyPrefix;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists objects. Keys that are not legal by {@link io.github.artifactpublisher.layout.ObjectKey}, such as those of
 * folder markers, are left out. Thread-safe; {@link ObjectStore} says how requests are retried and fail.
 *
 * <p>The streams request each page when it is needed, keep one page in memory and need not be closed. They are used by
 * one thread. While they are read, they throw a {@link StoreException} if a request fails, and a
 * {@link ListingException} if the listing would never end or would be incomplete.
 */
public interface ObjectLister extends ObjectLocator {
    /**
     * A page of a listing.
     *
     * @param objects the objects, in the server's order; S3 orders by the bytes of the keys
     * @param next the key after which the next page begins; empty if this is the last page
     */
    record Page(List<ListedObject> objects, Optional<String> next) {
        /** Copies the list. */
        public Page {
            objects = List.copyOf(objects);
        }
    }

    /**
     * An entry of a folder: an object or another folder.
     *
     * @param object the object, if it is one
     * @param folder the prefix of the folder, if it is one
     */
    record FolderEntry(Optional<ListedObject> object, Optional<KeyPrefix> folder) {
        /** Creates the entry of an object. */
        public static FolderEntry of(ListedObject object) {
            return new FolderEntry(Optional.of(object), Optional.empty());
        }

        /** Creates the entry of a folder. */
        public static FolderEntry of(KeyPrefix folder) {
            return new FolderEntry(Optional.empty(), Optional.of(folder));
        }
    }

    /** Lists all objects below a prefix, however deep, in the server's order. */
    Stream<ListedObject> list(KeyPrefix prefix);

    /** Lists the objects directly below a prefix and its folders (S3 "common prefixes" of the delimiter {@code /}). */
    Stream<FolderEntry> listFolder(KeyPrefix prefix);

    /**
     * Lists one page of the objects below a prefix, for callers that skip keys between two pages.
     *
     * @param after the page begins after this key, which need not exist; empty: with the first key
     */
    Page listPage(KeyPrefix prefix, Optional<String> after);

    /** Lists up to 1000 multipart uploads below a prefix that are neither completed nor aborted. */
    List<IncompleteUpload> incompleteUploads(KeyPrefix prefix);
}
