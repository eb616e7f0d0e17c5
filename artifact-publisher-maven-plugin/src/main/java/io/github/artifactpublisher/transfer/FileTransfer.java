package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.digest.DigestingOutputStream;
import io.github.artifactpublisher.digest.Digests;
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
import java.util.Optional;
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
    private Optional<ReadFile> read = Optional.empty();

    /**
     * The file after it was read for the first upload.
     *
     * @param body the stored bytes, if they fitted a single PUT
     */
    private record ReadFile(SourceDigest original, SentBytes sent, Optional<SegmentBody> body) {}

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
        ReadFile file = read.orElseThrow();
        ObjectHeaders headers = headers(file);
        return first.etag()
                .filter(etag -> headers.tags().isEmpty())
                .flatMap(etag -> context.put().copy(first.key(), etag, key, file.sent(), headers))
                .orElseGet(() -> upload(key, false));
    }

    private Verified upload(ObjectKey key, boolean writeOnce) {
        return read.flatMap(ReadFile::body)
                .map(body -> putBody(body, key, writeOnce))
                .orElseGet(() -> context.put().twice(fileName(), key, () -> readAndUpload(key, writeOnce)));
    }

    private Verified putBody(SegmentBody body, ObjectKey key, boolean writeOnce) {
        ObjectHeaders headers = headers(read.orElseThrow());
        return writeOnce
                ? new PutIfAbsentOrIdentical(context.put()).put(fileName(), key, body, headers)
                : context.put().put(fileName(), key, body, headers);
    }

    private Verified readAndUpload(ObjectKey key, boolean writeOnce) {
        Supplier<PartsUpload> upload = () -> new PartsUpload(context, planned, memory, partSize, key);
        try (PartWriter writer = new PartWriter(memory, context.limits().threshold(), partSize, upload)) {
            DigestingOutputStream stored = new DigestingOutputStream(writer);
            SourceDigest original = source.copyTo(stored, gzip);
            Digests digests = stored.digests();
            if (writer.usesParts()) {
                List<UploadedPart> parts = writer.finishParts();
                SentBytes sent = new SentBytes(digests, digestsOf(parts));
                requireSameContent(original, sent);
                read = Optional.of(new ReadFile(original, sent, Optional.empty()));
                if (!writer.upload().hasHeadersOf(original)) {
                    throw source.changed();
                }
                return writer.upload().complete(parts, sent, writeOnce);
            }
            SentBytes sent = SentBytes.inOnePiece(digests);
            requireSameContent(original, sent);
            read = Optional.of(new ReadFile(original, sent, Optional.of(writer.takeBody(digests))));
        }
        return upload(key, writeOnce);
    }

    private static List<Digests> digestsOf(List<UploadedPart> parts) {
        return parts.stream().map(UploadedPart::sent).toList();
    }

    /** If the file is read a second time, it must give the same bytes as the first time. */
    private void requireSameContent(SourceDigest original, SentBytes sent) {
        boolean changed = read.filter(first ->
                        !first.original().equals(original) || !first.sent().equals(sent))
                .isPresent();
        if (changed) {
            throw source.changed();
        }
    }

    private ObjectHeaders headers(ReadFile file) {
        return UploadHeaders.of(planned, file.original().sha256(), context.build());
    }

    private String fileName() {
        return planned.output().file().toString();
    }

    private PublishedObject published(ObjectKey key, Verified verified) {
        ReadFile file = read.orElseThrow();
        return new PublishedObject(
                planned,
                key,
                file.original().size(),
                file.original().sha256(),
                file.sent().whole(),
                file.sent().inParts() ? OptionalLong.of(partSize) : OptionalLong.empty(),
                verified.result().etag(),
                verified.result().versionId(),
                verified.method(),
                false);
    }

    /** Releases the memory of the file. */
    @Override
    public void close() {
        read.flatMap(ReadFile::body).ifPresent(body -> memory.release(body.segments()));
    }
}
