package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.DigestingOutputStream;
import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.gzip.GzipWorkers;
import io.github.artifactpublisher.integrity.PutIfAbsentOrIdentical;
import io.github.artifactpublisher.integrity.SentBytes;
import io.github.artifactpublisher.integrity.VerifiedPut;
import io.github.artifactpublisher.integrity.VerifiedPut.Verified;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.SegmentPool.Reservation;
import io.github.artifactpublisher.publish.WatchedFile.Original;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.UploadedPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The way of one file to all its targets. It is sent to the first; the store copies it to the others. What cannot be
 * copied is sent again: from memory if it went in one piece, else it is read and compressed again, which gives the same
 * bytes. Not thread-safe.
 */
final class FileTransfer implements AutoCloseable {
    private final Means means;
    private final GzipWorkers gzip;
    private final PlannedObject planned;
    private final Reservation memory;
    private final WatchedFile source;
    private final long partSize;
    private Original original;
    private SentBytes sent;
    private SegmentBody body;

    /**
     * What all transfers of a publication share.
     *
     * @param store where to
     * @param put puts and verifies
     * @param limits how much is under way at once
     * @param listener is told of what happens
     * @param build what is stored with each object
     * @param digests of the files, as they were before
     */
    record Means(
            ObjectStore store,
            VerifiedPut put,
            TransferLimits limits,
            TransferListener listener,
            BuildFacts build,
            OriginalDigests digests) {}

    /**
     * Prepares the transfer.
     *
     * @param gzip compresses
     * @param memory as {@link PartWriter} needs it
     */
    FileTransfer(Means means, GzipWorkers gzip, PlannedObject planned, Reservation memory) {
        this.means = means;
        this.gzip = gzip;
        this.planned = planned;
        this.memory = memory;
        this.source = new WatchedFile(planned);
        this.partSize = means.limits().partSize(planned.maxStoredSize());
    }

    /**
     * Sends the file to each of the places. A store copies on no condition on the target: so those that are written
     * once come first, and all bytes go there.
     */
    List<PublishedObject> to(List<Place> places) {
        List<Place> onceFirst = places.stream()
                .sorted(Comparator.comparing(Place::isOnce).reversed())
                .toList();
        List<PublishedObject> objects = new ArrayList<>();
        for (Place place : onceFirst) {
            PublishedObject object = to(place, objects);
            means.listener().published(object);
            objects.add(object);
        }
        return objects;
    }

    private PublishedObject to(Place place, List<PublishedObject> before) {
        if (place.isOnce()) {
            return once(place.key(), place.instead().orElseThrow());
        }
        Verified verified = before.isEmpty() ? send(place.key(), false) : copyOfFirst(before.get(0), place.key());
        return published(place.key(), verified);
    }

    private PublishedObject once(ObjectKey key, ObjectKey instead) {
        try {
            return published(key, send(key, true));
        } catch (StoreException e) {
            if (!PutIfAbsentOrIdentical.isOccupied(e)) {
                throw e;
            }
            return published(instead, send(instead, false));
        }
    }

    /** Tags could be lost by a copy. */
    private Verified copyOfFirst(PublishedObject first, ObjectKey key) {
        ObjectHeaders headers = headers(original.sha256());
        return first.etag()
                .filter(etag -> headers.tags().isEmpty())
                .flatMap(etag -> means.put().copy(first.key(), etag, key, sent, headers))
                .orElseGet(() -> send(key, false));
    }

    private Verified send(ObjectKey key, boolean once) {
        return body == null ? means.put().twice(file(), key, () -> read(key, once)) : put(key, once);
    }

    private Verified put(ObjectKey key, boolean once) {
        ObjectHeaders headers = headers(original.sha256());
        return once
                ? new PutIfAbsentOrIdentical(means.put()).put(file(), key, body, headers)
                : means.put().put(file(), key, body, headers);
    }

    private Verified read(ObjectKey key, boolean once) {
        Supplier<PartsUpload> inParts = () -> new PartsUpload(means, planned, memory, partSize, key);
        try (PartWriter writer = new PartWriter(memory, means.limits().threshold(), partSize, inParts)) {
            DigestingOutputStream stored = new DigestingOutputStream(writer);
            Original read = source.copyTo(stored, gzip);
            Digests digests = stored.digests();
            if (writer.inParts()) {
                List<UploadedPart> parts = writer.finish();
                noteSent(read, new SentBytes(digests, digestsOf(parts)));
                if (!writer.upload().announced(read)) {
                    throw source.changed();
                }
                return writer.upload().complete(parts, sent, once);
            }
            noteSent(read, SentBytes.inOnePiece(digests));
            body = writer.body(digests);
        }
        return put(key, once);
    }

    private static List<Digests> digestsOf(List<UploadedPart> parts) {
        return parts.stream().map(UploadedPart::sent).toList();
    }

    /** Read a second time, the file must give what it gave the first time. */
    private void noteSent(Original readNow, SentBytes sentNow) {
        if (original != null && !(original.equals(readNow) && sent.equals(sentNow))) {
            throw source.changed();
        }
        original = readNow;
        sent = sentNow;
    }

    private ObjectHeaders headers(Sha256 sha256) {
        return Headers.of(planned, sha256, means.build());
    }

    private String file() {
        return planned.output().file().toString();
    }

    private PublishedObject published(ObjectKey key, Verified verified) {
        return new PublishedObject(
                planned,
                key,
                original.size(),
                original.sha256(),
                sent.whole(),
                sent.inParts() ? OptionalLong.of(partSize) : OptionalLong.empty(),
                verified.result().etag(),
                verified.result().versionId(),
                verified.method(),
                false);
    }

    @Override
    public void close() {
        if (body != null) {
            memory.giveBack(body.segments());
        }
    }
}
