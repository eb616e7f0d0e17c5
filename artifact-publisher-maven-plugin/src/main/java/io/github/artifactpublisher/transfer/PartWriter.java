package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.store.UploadedPart;
import io.github.artifactpublisher.transfer.SegmentPool.Reservation;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Collects the bytes of an object. It keeps them in memory up to the threshold, for a single PUT. From the next byte
 * on, it uploads them in parts while the rest is still written. Not thread-safe.
 */
final class PartWriter extends OutputStream {
    private final Reservation memory;
    private final long threshold;
    private final long partSize;
    private final Supplier<PartsUpload> start;
    private List<byte[]> segments = new ArrayList<>();
    private long buffered;
    private PartsUpload upload;

    /**
     * Creates a writer.
     *
     * @param memory enough for the threshold or, if that is less, for all bytes; and for one part
     * @param partSize in bytes, a multiple of a segment
     * @param start starts the upload in parts, if there are more bytes than the threshold
     */
    PartWriter(Reservation memory, long threshold, long partSize, Supplier<PartsUpload> start) {
        this.memory = memory;
        this.threshold = threshold;
        this.partSize = partSize;
        this.start = start;
    }

    @Override
    public void write(int b) throws InterruptedIOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws InterruptedIOException {
        int done = 0;
        while (done < length) {
            prepareSegment();
            int count = (int) Math.min(length - done, freeBytes());
            int position = (int) (buffered % SegmentPool.SEGMENT_BYTES);
            System.arraycopy(bytes, offset + done, segments.get(segments.size() - 1), position, count);
            buffered += count;
            done += count;
        }
    }

    private void prepareSegment() throws InterruptedIOException {
        if (upload == null && buffered == threshold) {
            upload = start.get();
        }
        if (upload != null) {
            upload.requireNoFailure();
            while (buffered >= partSize) {
                uploadPart(partSize);
            }
        }
        if (buffered == segments.size() * (long) SegmentPool.SEGMENT_BYTES) {
            segments.add(segment());
        }
    }

    private long freeBytes() {
        long inSegment = segments.size() * (long) SegmentPool.SEGMENT_BYTES - buffered;
        return Math.min(inSegment, (upload == null ? threshold : partSize) - buffered);
    }

    private byte[] segment() throws InterruptedIOException {
        try {
            return upload == null ? memory.takeNow() : memory.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void uploadPart(long size) {
        List<byte[]> part = segments.subList(0, (int) SegmentPool.segmentsFor(size));
        List<byte[]> copy = List.copyOf(part);
        part.clear();
        buffered -= size;
        upload.upload(copy, size);
    }

    /** Whether there were more bytes than the threshold. */
    boolean usesParts() {
        return upload != null;
    }

    /** Returns all bytes, if they are not uploaded in parts. The caller releases their segments. */
    SegmentBody takeBody(Digests digests) {
        SegmentBody body = new SegmentBody(segments, digests);
        segments = new ArrayList<>();
        return body;
    }

    /** Uploads the last part and waits for all parts. */
    List<UploadedPart> finishParts() {
        while (buffered > 0) {
            uploadPart(Math.min(buffered, partSize));
        }
        return upload.awaitParts();
    }

    /** Returns the upload in parts. */
    PartsUpload upload() {
        return upload;
    }

    /** Releases the segments that were not passed on, and aborts an upload that is not complete. */
    @Override
    public void close() {
        memory.release(segments);
        segments = new ArrayList<>();
        if (upload != null) {
            upload.close();
        }
    }
}
