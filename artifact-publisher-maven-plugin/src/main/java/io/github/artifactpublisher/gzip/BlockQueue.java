package io.github.artifactpublisher.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * The blocks of one stream that are under way, oldest first: read here, compressed elsewhere, written here in order. To
 * be used by one thread.
 */
final class BlockQueue implements AutoCloseable {
    private final BlockPool pool;
    private final int most;
    private final Function<Block, Future<?>> compressor;
    private final ArrayDeque<UnderWay> underWay = new ArrayDeque<>();
    private final Window window = new Window();

    private record UnderWay(Block block, Future<?> compression) {}

    /**
     * Makes a queue.
     *
     * @param most how many blocks it may hold, fewer than there are: one stream whose output is stuck stops no other
     */
    BlockQueue(BlockPool pool, int most, Function<Block, Future<?>> compressor) {
        this.pool = pool;
        this.most = most;
        this.compressor = compressor;
    }

    /** Reads to the end; whenever there is no idle block, the oldest is written first. */
    void run(InputStream in, GzipMember member) throws IOException {
        try {
            while (!start(nextBlock(member), in)) {
                while (!underWay.isEmpty() && underWay.peek().compression().isDone()) {
                    finishOldest(member);
                }
            }
            while (!underWay.isEmpty()) {
                finishOldest(member);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while compressing").initCause(e);
        }
    }

    /** Waits for a block of others only while it holds none itself: nobody waits in a circle. */
    private Block nextBlock(GzipMember member) throws IOException, InterruptedException {
        while (!underWay.isEmpty()) {
            Optional<Block> idle = underWay.size() < most ? pool.poll() : Optional.empty();
            if (idle.isPresent()) {
                return idle.get();
            }
            finishOldest(member);
        }
        return pool.take();
    }

    /** Reads a block and has it compressed; whether it is the last. */
    private boolean start(Block block, InputStream in) throws IOException {
        boolean started = false;
        try {
            block.read(in, window);
            underWay.add(new UnderWay(block, compressor.apply(block)));
            started = true;
            return block.isLast();
        } finally {
            if (!started) {
                pool.give(block);
            }
        }
    }

    private void finishOldest(GzipMember member) throws IOException, InterruptedException {
        UnderWay oldest = underWay.peek();
        try {
            oldest.compression().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a block could not be compressed", e.getCause());
        }
        member.append(oldest.block());
        underWay.remove();
        pool.give(oldest.block());
    }

    /** Blocks may be used again only when no thread works on them. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        while (!underWay.isEmpty()) {
            UnderWay oldest = underWay.peek();
            try {
                oldest.compression().get();
            } catch (InterruptedException e) {
                interrupted = true;
                continue;
            } catch (ExecutionException e) {
                // What failed was told by finishOldest, or the whole member has failed before.
            }
            underWay.remove();
            pool.give(oldest.block());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
