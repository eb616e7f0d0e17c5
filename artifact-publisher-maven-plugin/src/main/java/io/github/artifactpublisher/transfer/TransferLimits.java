package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.ObjectWriter;

/**
 * The limits of memory and of parallel uploads of a publication.
 *
 * <p>Up to half of the memory is for large files, which are uploaded one after the other in parts. The rest is for
 * files that fit a single PUT, so these never wait for a large file.
 *
 * @param memory bytes for all bodies together, at least twice the threshold
 * @param threshold maximum size in bytes of a single PUT, 5 MiB to 5 GiB; larger objects are uploaded in parts
 * @param concurrency how many files are uploaded at the same time, at least 1
 */
public record TransferLimits(long memory, long threshold, int concurrency) {
    /** The minimum threshold: S3 accepts no smaller part. */
    public static final long MIN_THRESHOLD = MultipartUpload.MIN_PART_BYTES;

    /** The maximum threshold: S3 accepts no larger single PUT. */
    public static final long MAX_THRESHOLD = ObjectWriter.MAX_SINGLE_REQUEST_BYTES;

    /** The minimum memory in bytes. */
    public static final long MIN_MEMORY = 2 * MIN_THRESHOLD;

    private static final long DEFAULT_PART_BYTES = 8L << 20;

    /** More parallel parts are not faster on current networks. */
    private static final int MAX_PARALLEL_PARTS = 16;

    /** Checks each value, and that the memory is at least twice the threshold. */
    public TransferLimits {
        require(threshold >= MIN_THRESHOLD && threshold <= MAX_THRESHOLD, "threshold " + threshold);
        require(memory >= 2 * threshold, "memory " + memory + " for a threshold of " + threshold);
        require(concurrency >= 1, "concurrency " + concurrency);
    }

    /** Whether an object with this maximum size certainly fits a single PUT. */
    public boolean isSinglePut(long maxSize) {
        return maxSize <= threshold;
    }

    /** Returns the size in bytes of the parts of an object with this maximum size, as S3 limits their number. */
    long partSize(long maxSize) {
        long usual = SegmentPool.roundDown(Math.min(DEFAULT_PART_BYTES, threshold));
        long min = (maxSize + MultipartUpload.MAX_PARTS - 1) / MultipartUpload.MAX_PARTS;
        return min <= usual ? usual : SegmentPool.segmentsFor(min) * (long) SegmentPool.SEGMENT_BYTES;
    }

    /** Returns the memory in bytes for a file that may need parts of this size. */
    long largeFileMemory(long partSize) {
        return Math.max(threshold, Math.min(memory / 2, MAX_PARALLEL_PARTS * partSize));
    }

    /** Returns how many parts of this size are uploaded at the same time. */
    int parallelParts(long partSize) {
        return (int) Math.min(MAX_PARALLEL_PARTS, largeFileMemory(partSize) / partSize);
    }

    /**
     * Checks that the memory is large enough for each file of a plan.
     *
     * @throws MemoryException if it is too small for a file
     */
    public void checkMemory(Plan plan) {
        for (PlannedObject planned : plan.objects()) {
            long needed = requiredMemory(planned.maxStoredSize());
            if (needed > memory) {
                throw new MemoryException(planned.output().file(), memory, needed);
            }
        }
    }

    /** Returns the memory in bytes that an object with this maximum size needs. */
    long requiredMemory(long maxSize) {
        return Math.max(MIN_MEMORY, isSinglePut(maxSize) ? 0 : 2 * partSize(maxSize));
    }

    /** Returns how many connections are used at the same time. */
    public int connections() {
        return concurrency + MAX_PARALLEL_PARTS;
    }

    private static void require(boolean valid, String requirement) {
        if (!valid) {
            throw new IllegalArgumentException("Not possible: " + requirement);
        }
    }
}
