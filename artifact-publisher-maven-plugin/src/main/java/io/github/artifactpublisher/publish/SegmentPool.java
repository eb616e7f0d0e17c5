package io.github.artifactpublisher.publish;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The memory of all bodies under way: equal segments, made when first needed and used again, never more than the
 * budget.
 *
 * <p>Who needs memory reserves all that he may ever hold at once, and waits for it while he holds none. So nobody waits
 * for memory that another holds who waits as well. Those who wait are served in the order in which they came.
 * Thread-safe.
 */
final class SegmentPool {
    /** Small enough for many small files, and for the heap to take it as an ordinary array. */
    static final int SEGMENT_BYTES = 64 * 1024;

    private final Semaphore unreserved;
    private final Queue<byte[]> free = new ConcurrentLinkedQueue<>();
    private final AtomicInteger made = new AtomicInteger();

    /**
     * Makes a pool.
     *
     * @param bytes the budget; what is beyond whole segments is left
     */
    SegmentPool(long bytes) {
        unreserved = new Semaphore(Math.toIntExact(bytes / SEGMENT_BYTES), true);
    }

    /** How many segments so many bytes fill. */
    static long segmentsFor(long bytes) {
        return (bytes + SEGMENT_BYTES - 1) / SEGMENT_BYTES;
    }

    /** So many bytes, less what is beyond whole segments. */
    static long wholeSegments(long bytes) {
        return bytes - bytes % SEGMENT_BYTES;
    }

    /** Reserves memory for so many bytes, all or nothing. The caller closes the reservation. */
    Reservation reserve(long bytes) throws InterruptedException {
        int segments = Math.toIntExact(segmentsFor(bytes));
        unreserved.acquire(segments);
        return new Reservation(segments);
    }

    /** How many segments there are, in use and free. */
    int made() {
        return made.get();
    }

    /** A share of the memory. Thread-safe: one thread may take what another gives back. */
    final class Reservation implements AutoCloseable {
        private final int segments;
        private final Semaphore untaken;

        private Reservation(int segments) {
            this.segments = segments;
            this.untaken = new Semaphore(segments, true);
        }

        /** A segment, with whatever is in it; waits until one is given back where all are taken. */
        byte[] take() throws InterruptedException {
            untaken.acquire();
            byte[] segment = free.poll();
            if (segment == null) {
                made.incrementAndGet();
                return new byte[SEGMENT_BYTES];
            }
            return segment;
        }

        /**
         * A segment that must be there, because nobody else takes of this share.
         *
         * @throws IllegalStateException if all are taken: waiting would be for ever
         */
        byte[] takeAtOnce() throws InterruptedException {
            if (untaken.availablePermits() == 0) {
                throw new IllegalStateException("more bytes than the " + segments + " segments that were reserved");
            }
            return take();
        }

        /** Gives segments back, which the caller no longer uses. */
        void giveBack(Iterable<byte[]> taken) {
            for (byte[] segment : taken) {
                // First the segment, then the permission to take one: so none is made while one is free.
                free.add(segment);
                untaken.release();
            }
        }

        /** Ends the share. All segments have been given back. */
        @Override
        public void close() {
            if (untaken.availablePermits() != segments) {
                throw new IllegalStateException("segments are still in use");
            }
            unreserved.release(segments);
        }
    }
}
