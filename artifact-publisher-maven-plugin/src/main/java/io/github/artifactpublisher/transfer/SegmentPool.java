package io.github.artifactpublisher.transfer;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The memory for the bodies of all parallel uploads. It consists of segments of one size, which are allocated when
 * first needed and then reused. There are never more of them than the budget allows. Thread-safe.
 *
 * <p>Each upload reserves the maximum that it can need before it takes the first segment, so uploads cannot deadlock.
 * Reservations are served in the order in which they are requested.
 */
final class SegmentPool {
    /** The size of a segment: small enough for many small files, and no humongous object for the garbage collector. */
    static final int SEGMENT_BYTES = 64 * 1024;

    private final Semaphore unreserved;
    private final Queue<byte[]> free = new ConcurrentLinkedQueue<>();
    private final AtomicInteger allocated = new AtomicInteger();

    /**
     * Creates a pool.
     *
     * @param bytes the budget, rounded down to whole segments
     */
    SegmentPool(long bytes) {
        unreserved = new Semaphore(Math.toIntExact(bytes / SEGMENT_BYTES), true);
    }

    /** Returns the number of segments for so many bytes, rounded up. */
    static long segmentsFor(long bytes) {
        return (bytes + SEGMENT_BYTES - 1) / SEGMENT_BYTES;
    }

    /** Rounds a number of bytes down to whole segments. */
    static long roundDown(long bytes) {
        return bytes - bytes % SEGMENT_BYTES;
    }

    /** Reserves memory for so many bytes and waits until it is free. The caller closes the reservation. */
    Reservation reserve(long bytes) throws InterruptedException {
        int segments = Math.toIntExact(segmentsFor(bytes));
        unreserved.acquire(segments);
        return new Reservation(segments);
    }

    /** Returns the number of segments that exist, in use or free. */
    int allocated() {
        return allocated.get();
    }

    /** A share of the memory. Thread-safe: one thread may take segments that another one releases. */
    final class Reservation implements AutoCloseable {
        private final int segments;
        private final Semaphore available;

        private Reservation(int segments) {
            this.segments = segments;
            this.available = new Semaphore(segments, true);
        }

        /** Takes a segment, whose content is undefined. If all are taken, waits until one is released. */
        byte[] take() throws InterruptedException {
            available.acquire();
            byte[] segment = free.poll();
            if (segment == null) {
                allocated.incrementAndGet();
                return new byte[SEGMENT_BYTES];
            }
            return segment;
        }

        /**
         * Takes a segment without waiting.
         *
         * @throws IllegalStateException if all are taken
         */
        byte[] takeNow() throws InterruptedException {
            if (available.availablePermits() == 0) {
                throw new IllegalStateException("more bytes than the " + segments + " segments that were reserved");
            }
            return take();
        }

        /** Releases segments that the caller no longer uses. */
        void release(Iterable<byte[]> taken) {
            for (byte[] segment : taken) {
                // First the segment, then the permit: otherwise a thread could allocate one while this one is free.
                free.add(segment);
                available.release();
            }
        }

        /**
         * Ends the reservation.
         *
         * @throws IllegalStateException if a segment is not released
         */
        @Override
        public void close() {
            if (available.availablePermits() != segments) {
                throw new IllegalStateException("segments are still in use");
            }
            unreserved.release(segments);
        }
    }
}
