package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.integrity.IntegrityException.ManifestState;
import io.github.artifactpublisher.integrity.PutIfAbsentOrIdentical;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.ReadObject;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.util.Arrays;
import java.util.Optional;

/**
 * Sees to it that {@code SHA256SUMS} is that of the manifest that stands. Each build writes it before its manifest, and
 * of several at once the manifest of one and the list of another may be the last. So whoever has written a manifest
 * looks at the list again, and whoever has written a list and then no manifest puts back what belongs there; each looks
 * at the manifest once more after that, and so the last of them leaves the right one.
 */
final class SumsOfTheManifest {
    /** Each is for a newer set that came while the list of the one before was written. */
    private static final int MOST_ROUNDS = 20;

    private final Publication publication;
    private final KeyPrefix prefix;
    private Optional<ETag> given = Optional.empty();
    private boolean left;

    SumsOfTheManifest(Publication publication, KeyPrefix prefix) {
        this.publication = publication;
        this.prefix = prefix;
    }

    /**
     * Writes the list of this build, before its manifest.
     *
     * @param once whether one that stands there is left: a set that is written once may stand beside it
     */
    void put(Sums list, boolean once) {
        try {
            given = send(list, once ? Precondition.ABSENT : Precondition.NONE);
        } catch (StoreException e) {
            if (once && e.isRefusal()) {
                put(list, false);
            } else if (once && PutIfAbsentOrIdentical.isOccupied(e)) {
                left = true;
            } else {
                throw e;
            }
        }
    }

    private Optional<ETag> send(Sums list, Precondition condition) {
        return publication
                .put()
                .put(SetFiles.SHA256SUMS, list.key(), list.body(), list.headers(), condition)
                .result()
                .etag();
    }

    /**
     * After a manifest was written: puts the list right if another build has replaced it.
     *
     * @param listed what a listing since then has shown of it, if there was one
     */
    void check(Sums ours, Optional<ListedObject> listed) {
        if (listed.filter(there -> isSame(ours, there)).isEmpty()) {
            check(ours);
        }
    }

    /** Where an ETag is no MD5, the store has told it when the list was written. */
    private boolean isSame(Sums ours, ListedObject there) {
        return ours.isSameAs(there)
                || given.flatMap(etag -> there.etag().filter(etag::matches)).isPresent();
    }

    private void check(Sums ours) {
        Optional<ReadObject> stands;
        try {
            stands = publication.store().read(ours.key());
        } catch (StoreException e) {
            if (e.kind() == Kind.READ_TOO_LARGE) {
                restore(look());
            } else if (e.isDenied()) {
                overWhatWasLeft(ours);
            } else {
                throw e;
            }
            return;
        }
        if (stands.filter(read -> !Arrays.equals(read.bytes(), ours.body().bytes()))
                .isPresent()) {
            restore(look());
        }
    }

    /** Whoever may not read cannot know, but a list that kept ours from being written was no list of this set. */
    private void overWhatWasLeft(Sums ours) {
        if (left) {
            send(ours, Precondition.NONE);
        }
    }

    /** Writes the list of the set that stands. */
    void restore(Previous standing) {
        Previous written = standing;
        for (int round = 0; round < MOST_ROUNDS && written.manifest().isPresent(); round++) {
            putBeside(written.manifest().get());
            Previous now = look();
            if (now.etag().equals(written.etag())) {
                return;
            }
            written = now;
        }
    }

    private void putBeside(Manifest standing) {
        try {
            send(Sums.of(prefix, standing), Precondition.NONE);
        } catch (IntegrityException e) {
            throw e.withManifest(ManifestState.WRITTEN);
        }
    }

    /**
     * Writes the list of the set that exists after this build has failed, which is what is told, whatever becomes of
     * the list. The manifest is read first: an answer may have been lost, and then it is that of this build.
     */
    void restoreAfter(RuntimeException refused) {
        try {
            restore(look());
        } catch (RuntimeException e) {
            refused.addSuppressed(e);
        }
    }

    private Previous look() {
        return Previous.look(publication.store(), prefix, false, publication.listener());
    }
}
