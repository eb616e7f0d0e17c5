package io.github.artifactpublisher.gzip;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A pool with a fixed number of chunks, created on first use. Thread-safe; the longest waiting thread is served first.
 */
final class ChunkPool {
    private final Semaphore permits;
    private final ConcurrentLinkedQueue<Chunk> idle = new ConcurrentLinkedQueue<>();

    ChunkPool(int chunks) {
        this.permits = new Semaphore(chunks, true);
    }

    /** Takes a chunk; waits until one is free. */
    Chunk take() throws InterruptedException {
        permits.acquire();
        return idleOrNew();
    }

    /**
     * Takes a chunk if one is free and no other thread waits for it. {@code tryAcquire} has a time-out of 0, because
     * without a time-out it ignores threads that wait already.
     */
    Optional<Chunk> poll() throws InterruptedException {
        return permits.tryAcquire(0, TimeUnit.SECONDS) ? Optional.of(idleOrNew()) : Optional.empty();
    }

    private Chunk idleOrNew() {
        Chunk chunk = idle.poll();
        return chunk == null ? new Chunk() : chunk;
    }

    /** Returns a chunk to the pool. */
    void release(Chunk chunk) {
        idle.add(chunk);
        permits.release();
    }
}
