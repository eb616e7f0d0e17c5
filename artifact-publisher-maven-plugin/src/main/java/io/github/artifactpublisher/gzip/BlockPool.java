package io.github.artifactpublisher.gzip;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** So many blocks and no more, made when they are first needed. Thread-safe; who waits longest gets the next. */
final class BlockPool {
    private final Semaphore permits;
    private final ConcurrentLinkedQueue<Block> idle = new ConcurrentLinkedQueue<>();

    BlockPool(int blocks) {
        this.permits = new Semaphore(blocks, true);
    }

    /** Waits for a block. */
    Block take() throws InterruptedException {
        permits.acquire();
        return idleOrNew();
    }

    /**
     * A block if one is to be had at once and nobody waits for it: without the time, tryAcquire would jump the queue.
     */
    Optional<Block> poll() throws InterruptedException {
        return permits.tryAcquire(0, TimeUnit.SECONDS) ? Optional.of(idleOrNew()) : Optional.empty();
    }

    private Block idleOrNew() {
        Block block = idle.poll();
        return block == null ? new Block() : block;
    }

    void give(Block block) {
        idle.add(block);
        permits.release();
    }
}
