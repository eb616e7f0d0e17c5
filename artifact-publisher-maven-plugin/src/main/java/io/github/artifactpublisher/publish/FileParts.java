package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.FileTransfer.Means;
import io.github.artifactpublisher.publish.SegmentPool.Reservation;
import io.github.artifactpublisher.publish.VerifiedPut.Verified;
import io.github.artifactpublisher.publish.WatchedFile.Original;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.UploadedPart;
import java.util.List;
import java.util.function.Supplier;

/**
 * The upload of a file in parts, if it comes to that. Its headers have to be given before the first part, and among
 * them is the SHA-256 of the file. So the file is read for that alone first, before anything is sent or while the next
 * parts are compressed: of all files only those that may be large are read twice. Used by the threads of
 * {@link PartsUpload}, and completed by the one that made it.
 */
final class FileParts implements Supplier<PartsUpload>, PartsUpload.Sender {
    private final Means means;
    private final PlannedObject planned;
    private final Reservation memory;
    private final long partSize;
    private final ObjectKey key;
    private volatile Original announced;

    /**
     * Prepares the upload.
     *
     * @param memory takes the segments of each part back when it is sent
     */
    FileParts(Means means, PlannedObject planned, Reservation memory, long partSize, ObjectKey key) {
        this.means = means;
        this.planned = planned;
        this.memory = memory;
        this.partSize = partSize;
        this.key = key;
    }

    @Override
    public PartsUpload get() {
        return new PartsUpload(means.limits().partsAtOnce(partSize), this::begin, this, memory);
    }

    private MultipartUpload begin() {
        announced = means.digests().of(planned);
        return means.store().startMultipart(key, Headers.of(planned, announced.sha256(), means.build()));
    }

    @Override
    public UploadedPart send(MultipartUpload upload, int number, Body part) {
        return means.put().putPart(planned.output().file().toString(), key, upload, number, part);
    }

    @Override
    public void notAborted(RuntimeException e) {
        means.listener().partsLeft(key, e);
    }

    /** Whether the headers are those of the file as it was read. */
    boolean announced(Original read) {
        return read.equals(announced);
    }

    /**
     * Completes the object of its parts.
     *
     * @param once whether other bytes that stand there are to be left
     */
    Verified complete(PartsUpload upload, List<UploadedPart> parts, SentBytes sent, boolean once) {
        return upload.complete(begun -> once
                ? new PutOnce(means.put()).complete(key, begun, parts, sent)
                : means.put().complete(key, begun, parts, sent, Precondition.NONE));
    }
}
