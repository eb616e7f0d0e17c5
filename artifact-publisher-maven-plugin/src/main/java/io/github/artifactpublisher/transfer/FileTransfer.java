package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.digest.DigestingOutputStream;
import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.gzip.GzipWorkers;
import io.github.artifactpublisher.integrity.PutIfAbsentOrIdentical;
import io.github.artifactpublisher.integrity.SentBytes;
import io.github.artifactpublisher.integrity.VerifiedPut.Verified;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.UploadedPart;
import io.github.artifactpublisher.transfer.SegmentPool.Reservation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Uploads one file to all its destinations. The file is uploaded to the first one, and the store copies the object to
 * the others. If the store cannot copy, the file is uploaded again: from memory if it fitted a single PUT, otherwise it
 * is read and compressed again, which gives the same bytes. Not thread-safe.
 */
final class FileTransfer implements AutoCloseable {
    private final TransferContext context;
    private final GzipWorkers gzip;
    private final PlannedObject planned;
    private final Reservation memory;
    private final SourceFile source;
    private final long partSize;
    private SourceDigest original;
    private SentBytes sent;
    private SegmentBody body;

    /**
     * Prepares the transfer.
     *
     * @param gzip compresses the file
     * @param memory as large as {@link PartWriter} needs it
     */
    FileTransfer(TransferContext context, GzipWorkers gzip, PlannedObject planned, Reservation memory) {
        this.context = context;
        this.gzip = gzip;
        this.planned = planned;
        this.memory = memory;
        this.source = new SourceFile(planned);
        this.partSize = context.limits().partSize(planned.maxStoredSize());
    }

    /**
     * Uploads the file to each of the destinations. S3 cannot copy on a condition, so destinations that are written
     * once come first, and each of them gets an upload.
     */
    List<PublishedObject> uploadTo(List<Destination> destinations) {
        List<Destination> writtenOnceFirst = destinations.stream()
                .sorted(Comparator.comparing(Destination::isWrittenOnce).reversed())
                .toList();
        List<PublishedObject> objects = new ArrayList<>();
        for (Destination destination : writtenOnceFirst) {
            PublishedObject object = uploadTo(destination, objects);
            context.listener().uploaded(object);
            objects.add(object);
        }
        return objects;
    }

    private PublishedObject uploadTo(Destination destination, List<PublishedObject> before) {
        ObjectKey key = destination.key();
        if (destination.isWrittenOnce()) {
            return uploadOnce(key, destination.fallback().orElseThrow());
        }
        return published(key, before.isEmpty() ? upload(key, false) : copy(before.get(0), key));
    }

    private PublishedObject uploadOnce(ObjectKey key, ObjectKey fallback) {
        try {
            return published(key, upload(key, true));
        } catch (StoreException e) {
            if (!PutIfAbsentOrIdentical.isOccupied(e)) {
                throw e;
            }
            return published(fallback, upload(fallback, false));
        }
    }

    /** A copy could lose the tags. */
    private Verified copy(PublishedObject first, ObjectKey key) {
        ObjectHeaders headers = headers(original.sha256());
        return first.etag()
                .filter(etag -> headers.tags().isEmpty())
                .flatMap(etag -> context.put().copy(first.key(), etag, key, sent, headers))
                .orElseGet(() -> upload(key, false));
    }

    private Verified upload(ObjectKey key, boolean writeOnce) {
        return body == null
                ? context.put().twice(fileName(), key, () -> readAndUpload(key, writeOnce))
                : putBody(key, writeOnce);
    }

    private Verified putBody(ObjectKey key, boolean writeOnce) {
        ObjectHeaders headers = headers(original.sha256());
        return writeOnce
                ? new PutIfAbsentOrIdentical(context.put()).put(fileName(), key, body, headers)
                : context.put().put(fileName(), key, body, headers);
    }

    private Verified readAndUpload(ObjectKey key, boolean writeOnce) {
        Supplier<PartsUpload> upload = () -> new PartsUpload(context, planned, memory, partSize, key);
        try (PartWriter writer = new PartWriter(memory, context.limits().threshold(), partSize, upload)) {
            DigestingOutputStream stored = new DigestingOutputStream(writer);
            SourceDigest read = source.copyTo(stored, gzip);
            Digests digests = stored.digests();
            if (writer.usesParts()) {
                List<UploadedPart> parts = writer.finishParts();
                recordContent(read, new SentBytes(digests, digestsOf(parts)));
                if (!writer.upload().hasHeadersOf(read)) {
                    throw source.changed();
                }
                return writer.upload().complete(parts, sent, writeOnce);
            }
            recordContent(read, SentBytes.inOnePiece(digests));
            body = writer.takeBody(digests);
        }
        return putBody(key, writeOnce);
    }

    private static List<Digests> digestsOf(List<UploadedPart> parts) {
        return parts.stream().map(UploadedPart::sent).toList();
    }

    /** If the file is read a second time, it must give the same bytes as the first time. */
    private void recordContent(SourceDigest readNow, SentBytes sentNow) {
        if (original != null && !(original.equals(readNow) && sent.equals(sentNow))) {
            throw source.changed();
        }
        original = readNow;
        sent = sentNow;
    }

    private ObjectHeaders headers(Sha256 sha256) {
        return UploadHeaders.of(planned, sha256, context.build());
    }

    private String fileName() {
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

    /** Releases the memory of the file. */
    @Override
    public void close() {
        if (body != null) {
            memory.release(body.segments());
        }
    }
}
