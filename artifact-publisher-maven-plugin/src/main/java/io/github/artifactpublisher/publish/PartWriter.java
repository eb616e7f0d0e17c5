package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.publish.SegmentPool.Reservation;
import io.github.artifactpublisher.store.UploadedPart;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes the bytes of an object as they come. Up to the threshold they are kept, to be sent in one piece; once there is
 * one more, they go out in parts while the rest is still being made. Not thread-safe.
 */
final class PartWriter extends OutputStream {
    private final Reservation memory;
    private final long threshold;
    private final long partSize;
    private final Supplier<PartsUpload> begin;
    private List<byte[]> segments = new ArrayList<>();
    private long held;
    private PartsUpload upload;

    /**
     * Makes a writer.
     *
     * @param memory at least for the threshold or, if that is less, for all bytes that will come; and for a part
     * @param partSize whole segments, not more than the threshold's unless there are too many parts
     * @param begin begins the upload, if there are more bytes than the threshold
     */
    PartWriter(Reservation memory, long threshold, long partSize, Supplier<PartsUpload> begin) {
        this.memory = memory;
        this.threshold = threshold;
        this.partSize = partSize;
        this.begin = begin;
    }

    @Override
    public void write(int b) throws InterruptedIOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws InterruptedIOException {
        int done = 0;
        while (done < length) {
            makeRoom();
            int count = (int) Math.min(length - done, room());
            int position = (int) (held % SegmentPool.SEGMENT_BYTES);
            System.arraycopy(bytes, offset + done, segments.get(segments.size() - 1), position, count);
            held += count;
            done += count;
        }
    }

    private void makeRoom() throws InterruptedIOException {
        if (upload == null && held == threshold) {
            upload = begin.get();
        }
        if (upload != null) {
            upload.requireNoFailure();
            while (held >= partSize) {
                sendPart(partSize);
            }
        }
        if (held == segments.size() * (long) SegmentPool.SEGMENT_BYTES) {
            segments.add(segment());
        }
    }

    private long room() {
        long inSegment = segments.size() * (long) SegmentPool.SEGMENT_BYTES - held;
        return Math.min(inSegment, (upload == null ? threshold : partSize) - held);
    }

    private byte[] segment() throws InterruptedIOException {
        try {
            return upload == null ? memory.takeAtOnce() : memory.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void sendPart(long size) {
        List<byte[]> part = segments.subList(0, (int) SegmentPool.segmentsFor(size));
        List<byte[]> handedOver = List.copyOf(part);
        part.clear();
        held -= size;
        upload.send(handedOver, size);
    }

    /** Whether there were more bytes than the threshold. */
    boolean inParts() {
        return upload != null;
    }

    /** All bytes, if they do not go in parts. Their segments are now the caller's to give back. */
    SegmentBody body(Digests digests) {
        SegmentBody body = new SegmentBody(segments, digests);
        segments = new ArrayList<>();
        return body;
    }

    /** Sends the last part and waits for all of them. */
    List<UploadedPart> finish() {
        while (held > 0) {
            sendPart(Math.min(held, partSize));
        }
        return upload.finish();
    }

    /** The upload of the parts. */
    PartsUpload upload() {
        return upload;
    }

    /** Gives back what has not been handed over, and ends an upload that is not completed. */
    @Override
    public void close() {
        memory.giveBack(segments);
        segments = new ArrayList<>();
        if (upload != null) {
            upload.close();
        }
    }
}
