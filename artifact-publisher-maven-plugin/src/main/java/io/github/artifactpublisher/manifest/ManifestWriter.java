package io.github.artifactpublisher.manifest;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.integrity.IntegrityException.ManifestState;
import io.github.artifactpublisher.integrity.PutIfAbsentOrIdentical;
import io.github.artifactpublisher.integrity.VerifiedPut;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;

/**
 * Writes the manifest of a set if no other build has written one since the existing one was read: of two builds at the
 * same time only one succeeds.
 */
public final class ManifestWriter {
    private final ObjectStore store;
    private final VerifiedPut put;
    private final Target target;
    private final ExistingManifest existing;
    private final ObjectKey key;

    /**
     * Creates a writer.
     *
     * @param existing the manifest as it was read before the objects were uploaded
     */
    public ManifestWriter(ObjectStore store, VerifiedPut put, Target target, ExistingManifest existing) {
        this.store = store;
        this.put = put;
        this.target = target;
        this.existing = existing;
        this.key = target.prefix().key(SetFiles.MANIFEST);
    }

    /** The result of a write. */
    public enum Outcome {
        /** The manifest is published. */
        WRITTEN,
        /** Another build has written a manifest since; this one was not written. */
        OVERTAKEN,
        /** A manifest exists at a target that is written once, and the credentials may not read it. */
        UNREADABLE
    }

    /**
     * The result of a write.
     *
     * @param outcome whether the manifest is published
     * @param bytes the published bytes; empty if it is not published
     * @param conditional false if the store does not enforce preconditions, so that two builds at the same moment may
     *     overwrite each other's manifest
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Result(Outcome outcome, byte[] bytes, boolean conditional) {
        private static Result written(Body.BytesBody body) {
            return new Result(Outcome.WRITTEN, body.bytes(), true);
        }

        private static Result notWritten(Outcome outcome) {
            return new Result(outcome, new byte[0], true);
        }

        private Result unconditional() {
            return new Result(outcome, bytes, false);
        }
    }

    /**
     * Writes the manifest.
     *
     * @param manifest says nothing about conditional writes yet
     * @param checksums the checksum file, which is stored already; its bytes are used to test the store
     * @param probe whether the store is tested for conditional writes even if the existing manifest says that it has
     *     them
     * @throws StoreException if the store refuses for another reason
     * @throws IntegrityException if the stored manifest differs from the written one
     * @throws UncertainManifestException if the answer is lost, and the manifest cannot be read
     */
    public Result write(Manifest manifest, ChecksumFile checksums, boolean probe) {
        if (!existing.isReadable() && target.writeOnce()) {
            return writeIfAbsent(manifest);
        }
        Precondition condition = existing.precondition();
        if (condition instanceof Precondition.None) {
            return put(manifest.toJson(), condition);
        }
        boolean known = existing.hasConditionalWrites() && !probe;
        return known || enforcesConditions(checksums) ? writeIf(condition, manifest) : writeIfUnchanged(manifest);
    }

    /**
     * If-None-Match needs no right to read, unlike If-Match. Only the answer that the store knows no preconditions
     * allows a write without one: the existing manifest could not be read before it is overwritten.
     */
    private Result writeIfAbsent(Manifest manifest) {
        try {
            return put(manifest.toJson(), Precondition.ABSENT);
        } catch (StoreException e) {
            return switch (e.kind()) {
                case PRECONDITION_FAILED -> Result.notWritten(Outcome.UNREADABLE);
                case CONFLICT -> Result.notWritten(Outcome.OVERTAKEN);
                case UNSUPPORTED ->
                    put(manifest.withConditionalWrites(false).toJson(), Precondition.NONE)
                            .unconditional();
                default -> throw e;
            };
        }
    }

    /** Sends a request that the store has to refuse; if it does not, it stores the bytes that are there already. */
    private boolean enforcesConditions(ChecksumFile checksums) {
        try {
            Precondition unfulfilled = Precondition.matches(ETag.OF_NO_OBJECT);
            store.put(checksums.key(), checksums.body(), checksums.headers(), unfulfilled);
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

    private Result writeIf(Precondition condition, Manifest manifest) {
        Body.BytesBody body = manifest.withConditionalWrites(true).toJson();
        try {
            return put(body, condition);
        } catch (StoreException e) {
            return switch (e.kind()) {
                case CONFLICT -> Result.notWritten(Outcome.OVERTAKEN);
                case PRECONDITION_FAILED -> afterRefusal(body, e, manifest);
                case UNSUPPORTED, REFUSED, ACCESS_DENIED -> writeIfUnchanged(manifest);
                default -> throw e;
            };
        }
    }

    /**
     * The first answer may have been lost and the request repeated: then the store refuses the second because of the
     * first. If the manifest is the one that was read before, no other build has written, and the store does not
     * understand the precondition.
     */
    private Result afterRefusal(Body.BytesBody body, StoreException refusal, Manifest manifest) {
        ExistingManifest now = readAfter(refusal);
        if (now.hasBytes(body.bytes())) {
            return Result.written(body);
        }
        return now.isUnchangedSince(existing) ? writeIfUnchanged(manifest) : Result.notWritten(Outcome.OVERTAKEN);
    }

    /** Without preconditions, another build can still write between this read and the write. */
    private Result writeIfUnchanged(Manifest manifest) {
        ExistingManifest now = ExistingManifest.read(store, target.prefix()).requireRead();
        Result result = now.isUnchangedSince(existing)
                ? put(manifest.withConditionalWrites(false).toJson(), Precondition.NONE)
                : Result.notWritten(Outcome.OVERTAKEN);
        return result.unconditional();
    }

    private Result put(Body.BytesBody body, Precondition condition) {
        try {
            put.put(SetFiles.MANIFEST, key, body, SetFiles.headers("application/json", body), condition);
        } catch (IntegrityException e) {
            throw e.withManifest(ManifestState.UNCERTAIN);
        } catch (StoreException e) {
            if (!mayBeWritten(e) || !readAfter(e).hasBytes(body.bytes())) {
                throw e;
            }
        }
        return Result.written(body);
    }

    /** The answer was lost, or the object was stored and could not be verified. */
    private static boolean mayBeWritten(StoreException e) {
        return e.kind() == Kind.UNREACHABLE
                || e.kind() == Kind.SERVER_FAILED
                || !e.facts().action().equals("PutObject");
    }

    private ExistingManifest readAfter(StoreException lost) {
        try {
            return ExistingManifest.read(store, target.prefix()).requireRead();
        } catch (StoreException unread) {
            throw new UncertainManifestException(store.address(key), lost, unread);
        }
    }
}
