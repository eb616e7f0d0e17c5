package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.ObjectStore;

/**
 * How much of a publication is under way at once.
 *
 * <p>Half of the memory is for one file at a time that may have to go in parts; the other half, or all of it where
 * there is none, is for those that go in one piece, which so never wait behind a large one.
 *
 * @param memory bytes for all bodies together, at least twice the threshold
 * @param threshold an object of up to so many bytes is sent in one piece, a larger one in parts; 5 MiB to 5 GiB
 * @param concurrency how many files are sent at once, at least 1
 */
public record TransferLimits(long memory, long threshold, int concurrency) {
    /** S3 takes no smaller part, and so nothing smaller goes in parts. */
    public static final long LEAST_THRESHOLD = MultipartUpload.MIN_PART_BYTES;

    /** S3 takes no larger object in one piece. */
    public static final long MOST_THRESHOLD = ObjectStore.MAX_COPY_BYTES;

    /** The least memory with which anything can be sent. */
    public static final long LEAST_MEMORY = 2 * LEAST_THRESHOLD;

    private static final long USUAL_PART = 8L << 20;

    /** More than these are no quicker, on a network of today. */
    private static final int MOST_PARTS_AT_ONCE = 16;

    /** Checks each value, and that the memory holds what the threshold asks. */
    public TransferLimits {
        require(threshold >= LEAST_THRESHOLD && threshold <= MOST_THRESHOLD, "threshold " + threshold);
        require(memory >= 2 * threshold, "memory " + memory + " for a threshold of " + threshold);
        require(concurrency >= 1, "concurrency " + concurrency);
    }

    /** Whether something of up to so many bytes goes in one piece for certain. */
    boolean inOnePiece(long most) {
        return most <= threshold;
    }

    /** The size of the parts of an object of up to so many bytes: {@link MultipartUpload#MAX_PARTS} of them hold it. */
    long partSize(long most) {
        long usual = SegmentPool.wholeSegments(Math.min(USUAL_PART, threshold));
        long least = (most + MultipartUpload.MAX_PARTS - 1) / MultipartUpload.MAX_PARTS;
        return least <= usual ? usual : SegmentPool.segmentsFor(least) * (long) SegmentPool.SEGMENT_BYTES;
    }

    /** The memory for one file that may go in parts of this size. */
    long ring(long partSize) {
        return Math.max(threshold, Math.min(memory / 2, MOST_PARTS_AT_ONCE * partSize));
    }

    /** How many parts of this size are sent at once. */
    int partsAtOnce(long partSize) {
        return (int) Math.min(MOST_PARTS_AT_ONCE, ring(partSize) / partSize);
    }

    /**
     * Checks that the memory holds the parts of each file of a plan.
     *
     * @throws MemoryException if a file is too large for it
     */
    public void checkMemory(Plan plan) {
        for (PlannedObject planned : plan.objects()) {
            long needed = memoryFor(planned.maxStoredSize());
            if (needed > memory) {
                throw new MemoryException(planned.output().file(), memory, needed);
            }
        }
    }

    /** The memory with which an object of up to so many bytes can be sent; the least, or more for the very largest. */
    long memoryFor(long most) {
        return Math.max(LEAST_MEMORY, inOnePiece(most) ? 0 : 2 * partSize(most));
    }

    /** How many connections all this needs. */
    public int connections() {
        return concurrency + MOST_PARTS_AT_ONCE;
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException("Not possible: " + what);
        }
    }
}
