package io.github.artifactpublisher.manifest;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.ObjectReader;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.ReadObject;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.util.Arrays;
import java.util.Optional;

/**
 * The manifest of a set as it was read: its contents, or why they are not known, and its ETag. Compares it with a later
 * one, and gives the precondition for the next write. Immutable.
 */
public final class ExistingManifest {
    private final Optional<ReadObject> object;
    private final Optional<ETag> etag;
    private final Optional<Manifest> manifest;
    private final Optional<ManifestException> invalid;
    private final Optional<StoreException> unread;

    private ExistingManifest(
            Optional<ReadObject> object,
            Optional<ETag> etag,
            Optional<Manifest> manifest,
            Optional<ManifestException> invalid,
            Optional<StoreException> unread) {
        this.object = object;
        this.etag = etag;
        this.manifest = manifest;
        this.invalid = invalid;
        this.unread = unread;
    }

    /**
     * Reads the manifest of a set. AccessDenied is a result, not a failure: credentials that may only write get it. As
     * the first request of a publication, this GET shows whether bucket, region and credentials are right; the answer
     * to a HEAD request would have no reason.
     *
     * @throws StoreException if the store fails or refuses for another reason
     */
    public static ExistingManifest read(ObjectReader store, KeyPrefix prefix) {
        ObjectKey key = prefix.key(SetFiles.MANIFEST);
        try {
            return parse(store.read(key), store.address(key));
        } catch (StoreException e) {
            if (e.kind() == Kind.READ_TOO_LARGE) {
                return tooLarge(store, key, e);
            }
            if (!e.isDenied()) {
                throw e;
            }
            return new ExistingManifest(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(e));
        }
    }

    /**
     * Reads the manifest again. If its ETag is the same, this sends only a HEAD request.
     *
     * @throws StoreException if the store fails or refuses for another reason than AccessDenied
     */
    public ExistingManifest readAgain(ObjectReader store, KeyPrefix prefix) {
        return unread.isEmpty() && isUnchanged(store, prefix.key(SetFiles.MANIFEST)) ? this : read(store, prefix);
    }

    private boolean isUnchanged(ObjectReader store, ObjectKey key) {
        try {
            Optional<ListedObject> now = store.head(key);
            return object.isPresent()
                    ? etag.isPresent() && now.flatMap(ListedObject::etag).equals(etag)
                    : now.isEmpty();
        } catch (StoreException e) {
            if (e.isTransient()) {
                throw e;
            }
            return false; // The answer to a GET request says why.
        }
    }

    private static ExistingManifest parse(Optional<ReadObject> object, String location) {
        Optional<ETag> etag = object.flatMap(ReadObject::etag);
        try {
            Optional<Manifest> manifest = object.map(read -> Manifest.parse(read.bytes(), location));
            return new ExistingManifest(object, etag, manifest, Optional.empty(), Optional.empty());
        } catch (ManifestException e) {
            return new ExistingManifest(object, etag, Optional.empty(), Optional.of(e), Optional.empty());
        }
    }

    private static ExistingManifest tooLarge(ObjectReader store, ObjectKey key, StoreException unread) {
        String reason = "has more than " + (ObjectReader.MAX_READ_BYTES >> 20) + " MiB and was not read";
        return new ExistingManifest(
                Optional.empty(),
                store.head(key).flatMap(ListedObject::etag),
                Optional.empty(),
                Optional.of(new ManifestException(store.address(key), reason, unread)),
                Optional.of(unread));
    }

    /** Whether the credentials may read it; if not, nothing is known about it. */
    public boolean isReadable() {
        return unread.filter(StoreException::isDenied).isEmpty();
    }

    /**
     * Returns the contents; empty if there is no manifest, or the credentials may not read it.
     *
     * @throws ManifestException if it cannot be parsed
     */
    public Optional<Manifest> manifest() {
        invalid.ifPresent(e -> {
            throw e;
        });
        return manifest;
    }

    /** The reason why it cannot be parsed, if it cannot. */
    public Optional<ManifestException> invalid() {
        return invalid;
    }

    /** Returns the same, but with a manifest that cannot be parsed treated as absent. */
    public ExistingManifest ignoringInvalid() {
        return new ExistingManifest(object, etag, manifest, Optional.empty(), unread);
    }

    /**
     * Returns this if its bytes are known.
     *
     * @throws StoreException if it could not be read
     */
    public ExistingManifest requireRead() {
        unread.ifPresent(e -> {
            throw e;
        });
        return this;
    }

    /** Whether it has exactly these bytes. */
    public boolean hasBytes(byte[] bytes) {
        return object.filter(read -> Arrays.equals(read.bytes(), bytes)).isPresent();
    }

    /** Whether no other build has written a manifest between an earlier read and this one. */
    public boolean isUnchangedSince(ExistingManifest earlier) {
        return etag.equals(earlier.etag);
    }

    /**
     * Returns the contents if they are not these bytes: then another build has written it. Empty if there is no
     * manifest, or the credentials may not read it.
     *
     * @throws ManifestException if it is another one and cannot be parsed
     */
    public Optional<Manifest> otherThan(byte[] bytes) {
        return hasBytes(bytes) ? Optional.empty() : manifest();
    }

    /** The precondition for the next write: that no other build has written since. */
    public Precondition precondition() {
        if (!isReadable()) {
            return Precondition.NONE;
        }
        return etag.map(Precondition::matches).orElse(manifest.isPresent() ? Precondition.NONE : Precondition.ABSENT);
    }

    /** Whether the store is known to enforce preconditions, because the manifest says so. */
    boolean hasConditionalWrites() {
        return manifest.flatMap(Manifest::conditionalWrites).orElse(false);
    }
}
