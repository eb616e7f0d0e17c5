package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.ReadObject;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.util.Optional;

/**
 * What stood at a target when it was looked at.
 *
 * @param readable whether the credentials may read it; if not, nothing is known
 * @param manifest the manifest, if one stood and could be understood
 * @param etag the ETag of what stood in its place, if something did
 */
record Previous(boolean readable, Optional<Manifest> manifest, Optional<ETag> etag) {
    private static final Previous UNKNOWN = new Previous(false, Optional.empty(), Optional.empty());
    private static final Previous NOTHING = new Previous(true, Optional.empty(), Optional.empty());

    /**
     * Looks. This small GET is the first request, and tells whether bucket, region and credentials are right, with a
     * reason where a HEAD has none. Credentials that may only write are refused with AccessDenied, which says nothing
     * about writing.
     *
     * @param replacing whether a manifest that cannot be understood is as good as none
     * @throws ManifestException if it is not
     */
    static Previous look(ObjectStore store, KeyPrefix target, boolean replacing, PublishListener listener) {
        ObjectKey key = target.key(SetFiles.MANIFEST);
        try {
            return store.read(key)
                    .map(read -> of(read, store.address(key), replacing, listener))
                    .orElse(NOTHING);
        } catch (StoreException e) {
            if (e.kind() == Kind.READ_TOO_LARGE) {
                return tooLarge(store, key, replacing, listener);
            }
            if (!e.isDenied()) {
                throw e;
            }
            listener.noticed(new Notice.ManifestUnreadable(store.address(key)));
            return UNKNOWN;
        }
    }

    private static Previous of(ReadObject read, String location, boolean replacing, PublishListener listener) {
        try {
            return new Previous(true, Optional.of(Manifest.parse(read.bytes(), location)), read.etag());
        } catch (ManifestException e) {
            return notUnderstood(e, read.etag(), replacing, listener);
        }
    }

    private static Previous tooLarge(ObjectStore store, ObjectKey key, boolean replacing, PublishListener listener) {
        String reason = "has more than " + (ObjectStore.MAX_READ_BYTES >> 20) + " MiB and is not read";
        Optional<ETag> etag = store.head(key).flatMap(ListedObject::etag);
        return notUnderstood(new ManifestException(store.address(key), reason, null), etag, replacing, listener);
    }

    private static Previous notUnderstood(
            ManifestException e, Optional<ETag> etag, boolean replacing, PublishListener listener) {
        if (!replacing) {
            throw e;
        }
        listener.noticed(new Notice.ManifestReplaced(e.location(), e.reason()));
        return new Previous(true, Optional.empty(), etag);
    }

    /** What must still hold when the next manifest is written. */
    Precondition stillStands() {
        if (!readable) {
            return Precondition.NONE;
        }
        return etag.map(Precondition::matches).orElse(manifest.isPresent() ? Precondition.NONE : Precondition.ABSENT);
    }

    /** Whether the store is known to heed conditions. */
    boolean heedsConditions() {
        return manifest.map(Manifest::conditionalWrites).orElse(false);
    }
}
