package io.github.artifactpublisher.manifest;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.integrity.IntegrityException.ManifestState;
import io.github.artifactpublisher.integrity.PutIfAbsentOrIdentical;
import io.github.artifactpublisher.integrity.VerifiedPut;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.ReadObject;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keeps {@code SHA256SUMS} consistent with the current manifest. Each build writes it before its manifest, so of
 * several builds at the same time the manifest of one and the checksum file of another may be the last. Therefore a
 * build that has written a manifest checks the file again, and a build that has written the file but no manifest
 * restores it. Both read the manifest once more after that, so the last of them leaves the right file. Used by one
 * thread.
 */
public final class ChecksumFileWriter {
    /** Each round is for a newer manifest that was written during the one before. */
    private static final int MAX_ROUNDS = 20;

    private final ObjectStore store;
    private final VerifiedPut put;
    private final KeyPrefix prefix;
    private Optional<ETag> etag = Optional.empty();
    private boolean occupied;

    /** Creates the writer for the set at a prefix. */
    public ChecksumFileWriter(ObjectStore store, VerifiedPut put, KeyPrefix prefix) {
        this.store = store;
        this.put = put;
        this.prefix = prefix;
    }

    /**
     * Writes the file of this build, before its manifest.
     *
     * @param ifAbsent whether an existing file is left, because it may belong to a set that is written once
     */
    public void write(ChecksumFile file, boolean ifAbsent) {
        try {
            etag = upload(file, ifAbsent ? Precondition.ABSENT : Precondition.NONE);
        } catch (StoreException e) {
            if (ifAbsent && e.isRefusal()) {
                write(file, false);
            } else if (ifAbsent && PutIfAbsentOrIdentical.isOccupied(e)) {
                occupied = true;
            } else {
                throw e;
            }
        }
    }

    private Optional<ETag> upload(ChecksumFile file, Precondition condition) {
        return put.put(SetFiles.SHA256SUMS, file.key(), file.body(), file.headers(), condition)
                .result()
                .etag();
    }

    /**
     * Checks the file after the manifest of this build was written, and corrects it if another build has overwritten
     * it.
     *
     * @param listed the file in a listing that was made since then, if there was one
     */
    public void check(ChecksumFile own, Optional<ListedObject> listed) {
        if (listed.filter(there -> isOwn(own, there)).isEmpty()) {
            check(own);
        }
    }

    /** If the ETag is not an MD5, the store has returned it for the upload. */
    private boolean isOwn(ChecksumFile own, ListedObject listed) {
        return own.isIn(listed)
                || etag.flatMap(tag -> listed.etag().filter(tag::matches)).isPresent();
    }

    private void check(ChecksumFile own) {
        Optional<ReadObject> existing;
        try {
            existing = store.read(own.key());
        } catch (StoreException e) {
            if (e.kind() == Kind.READ_TOO_LARGE) {
                restore(ExistingManifest.read(store, prefix));
            } else if (e.isDenied()) {
                overwriteOccupied(own);
            } else {
                throw e;
            }
            return;
        }
        if (existing.filter(read -> !Arrays.equals(read.bytes(), own.body().bytes()))
                .isPresent()) {
            restore(ExistingManifest.read(store, prefix));
        }
    }

    /** The file cannot be read; but one that existed before the manifest was not of this set. */
    private void overwriteOccupied(ChecksumFile own) {
        if (occupied) {
            upload(own, Precondition.NONE);
        }
    }

    /**
     * Writes the file of an existing manifest, and of each newer one that is written meanwhile.
     *
     * @throws ManifestException if the manifest cannot be parsed
     */
    public void restore(ExistingManifest existing) {
        ExistingManifest current = existing;
        for (int round = 0; round < MAX_ROUNDS && current.manifest().isPresent(); round++) {
            upload(current.manifest().get());
            ExistingManifest now = ExistingManifest.read(store, prefix);
            if (now.isUnchangedSince(current)) {
                return;
            }
            current = now;
        }
    }

    private void upload(Manifest current) {
        try {
            upload(ChecksumFile.of(prefix, current.objects()), Precondition.NONE);
        } catch (IntegrityException e) {
            throw e.withManifest(ManifestState.WRITTEN);
        }
    }

    /**
     * Restores the file after this build has failed. The manifest is read first, because it may be that of this build:
     * the answer to its upload may have been lost. A failure to restore is added to the first one as suppressed.
     */
    public void restoreAfter(RuntimeException failure) {
        try {
            restore(ExistingManifest.read(store, prefix));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
