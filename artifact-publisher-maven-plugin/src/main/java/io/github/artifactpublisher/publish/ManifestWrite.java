package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.integrity.IntegrityException.ManifestState;
import io.github.artifactpublisher.integrity.PutIfAbsentOrIdentical;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.ReadObject;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes the manifest of a set, if what was seen before still stands: of two builds at once only one does. */
final class ManifestWrite {
    /** Of no object: no bytes with this MD5 are known. */
    private static final ETag NOBODYS = new ETag("00000000000000000000000000000000");

    private final Publication publication;
    private final Target target;
    private final Previous previous;
    private final ObjectKey key;
    private final Instant now;
    private byte[] written = {};

    ManifestWrite(Publication publication, Target target, Previous previous) {
        this.publication = publication;
        this.target = target;
        this.previous = previous;
        this.key = target.prefix().key(SetFiles.MANIFEST);
        this.now = publication.clock().instant();
    }

    /**
     * Writes it.
     *
     * @param sums what stands beside it already
     * @return whether it stands; if not, another build has come in between
     * @throws ConflictException if one stands that may not be read, where it is written once
     */
    boolean write(List<PublishedObject> objects, Sums sums) {
        if (!previous.readable() && target.writeOnce()) {
            return writeUnread(objects);
        }
        Precondition condition = previous.stillStands();
        if (condition instanceof Precondition.None) {
            put(body(null, objects), condition);
            return true;
        }
        return heedsConditions(sums) ? writeOn(condition, objects) : writeIfSeen(objects);
    }

    /**
     * Where nothing could be read, an address that is written once is still not written twice. Nothing is asked for
     * that takes the right to read, as a condition on an ETag does: that nothing stands does not. Of the answers of
     * stores without conditions only one is believed, for what stands cannot be looked at before it is replaced.
     */
    private boolean writeUnread(List<PublishedObject> objects) {
        try {
            put(body(null, objects), Precondition.ABSENT);
            return true;
        } catch (StoreException e) {
            if (e.isPreconditionFailed()) {
                throw new ConflictException(
                        ConflictException.Kind.UNREADABLE_MANIFEST,
                        publication.store().address(key),
                        e);
            }
            if (e.isConflict()) {
                return false;
            }
            if (!e.isUnsupported()) {
                throw e;
            }
        }
        tellOfNoConditions();
        put(body(false, objects), Precondition.NONE);
        return true;
    }

    /** A store that is not known to heed conditions is asked to do what it must refuse, with bytes that do no harm. */
    private boolean heedsConditions(Sums sums) {
        if (previous.heedsConditions() && !publication.options().force()) {
            return true;
        }
        try {
            publication.store().put(sums.key(), sums.body(), sums.headers(), Precondition.matches(NOBODYS));
            return false;
        } catch (StoreException e) {
            if (PutIfAbsentOrIdentical.isOccupied(e)) {
                return true;
            }
            if (e.isRefusal()) {
                return false;
            }
            throw e;
        }
    }

    private boolean writeOn(Precondition condition, List<PublishedObject> objects) {
        Body.BytesBody body = body(true, objects);
        try {
            put(body, condition);
            return true;
        } catch (StoreException e) {
            return switch (e.kind()) {
                case CONFLICT -> false;
                case PRECONDITION_FAILED -> afterRefusal(body, e, objects);
                case UNSUPPORTED, REFUSED, ACCESS_DENIED -> writeIfSeen(objects);
                default -> throw e;
            };
        }
    }

    /**
     * An answer may have been lost, and the request sent again by itself: then it was refused because of itself. Where
     * the manifest is the one that was read before, nobody has written, and the store does not understand the
     * condition.
     */
    private boolean afterRefusal(Body.BytesBody body, StoreException refusal, List<PublishedObject> objects) {
        Optional<ReadObject> there = manifest(refusal);
        if (isOurs(body, there)) {
            return true;
        }
        return there.flatMap(ReadObject::etag).equals(previous.etag()) && writeIfSeen(objects);
    }

    private boolean isOurs(Body.BytesBody body, Optional<ReadObject> there) {
        written = body.bytes();
        return there.filter(read -> Arrays.equals(read.bytes(), written)).isPresent();
    }

    private Optional<ReadObject> manifest(StoreException lost) {
        try {
            return publication.store().read(key);
        } catch (StoreException unread) {
            throw new UncertainManifestException(publication.store().address(key), lost, unread);
        }
    }

    /** The best that can be done without conditions: it leaves but a moment for another build. */
    private boolean writeIfSeen(List<PublishedObject> objects) {
        tellOfNoConditions();
        Optional<ETag> stands = publication.store().read(key).flatMap(read -> read.etag());
        if (!stands.equals(previous.etag())) {
            return false;
        }
        put(body(false, objects), Precondition.NONE);
        return true;
    }

    private void tellOfNoConditions() {
        publication
                .listener()
                .noticed(new Notice.ConditionsIgnored(publication.store().address(target.prefix())));
    }

    private void put(Body.BytesBody body, Precondition condition) {
        try {
            publication.put().put(SetFiles.MANIFEST, key, body, Headers.ofOwn("application/json", body), condition);
            written = body.bytes();
        } catch (IntegrityException e) {
            throw e.withManifest(ManifestState.UNCERTAIN);
        } catch (StoreException e) {
            if (!mayBeWritten(e) || !isOurs(body, manifest(e))) {
                throw e;
            }
        }
    }

    /** The answer was lost, or the object was stored and could not be verified. */
    private static boolean mayBeWritten(StoreException e) {
        return e.kind() == Kind.UNREACHABLE
                || e.kind() == Kind.SERVER_FAILED
                || !e.facts().action().equals("PutObject");
    }

    /** What stands by this, once {@link #write} says so. */
    byte[] written() {
        return written;
    }

    private Body.BytesBody body(Boolean conditionalWrites, List<PublishedObject> objects) {
        return Body.of(Manifest.of(publication.build(), now, publication.options(), conditionalWrites, objects)
                .json());
    }
}
