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
 * The pending chunks of one stream, oldest first. The calling thread reads and writes them in order; workers compress
 * them. Not thread-safe.
 */
final class ChunkQueue implements AutoCloseable {
    private final ChunkPool pool;
    private final int maxChunks;
    private final Function<Chunk, Future<?>> compressor;
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private final Window window = new Window();

    private record Pending(Chunk chunk, Future<?> compression) {}

    /**
     * Creates a queue.
     *
     * @param maxChunks how many chunks the queue may hold; fewer than the pool has, so that a stream whose output
     *     blocks does not block other streams
     * @param compressor starts to compress a chunk
     */
    ChunkQueue(ChunkPool pool, int maxChunks, Function<Chunk, Future<?>> compressor) {
        this.pool = pool;
        this.maxChunks = maxChunks;
        this.compressor = compressor;
    }

    /** Reads the stream to its end and writes it. If no chunk is free, it writes the oldest pending chunk first. */
    void run(InputStream in, GzipMember member) throws IOException {
        try {
            while (!start(nextChunk(member), in)) {
                while (!pending.isEmpty() && pending.peek().compression().isDone()) {
                    finishOldest(member);
                }
            }
            while (!pending.isEmpty()) {
                finishOldest(member);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while compressing").initCause(e);
        }
    }

    /** Waits for another stream's chunk only while this queue holds none, so that streams cannot deadlock. */
    private Chunk nextChunk(GzipMember member) throws IOException, InterruptedException {
        while (!pending.isEmpty()) {
            Optional<Chunk> free = pending.size() < maxChunks ? pool.poll() : Optional.empty();
            if (free.isPresent()) {
                return free.get();
            }
            finishOldest(member);
        }
        return pool.take();
    }

    /** Reads a chunk, starts to compress it, and returns whether it is the last one. */
    private boolean start(Chunk chunk, InputStream in) throws IOException {
        boolean started = false;
        try {
            chunk.read(in, window);
            pending.add(new Pending(chunk, compressor.apply(chunk)));
            started = true;
            return chunk.isLast();
        } finally {
            if (!started) {
                pool.release(chunk);
            }
        }
    }

    private void finishOldest(GzipMember member) throws IOException, InterruptedException {
        Pending oldest = pending.peek();
        try {
            oldest.compression().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a chunk could not be compressed", e.getCause());
        }
        member.append(oldest.chunk());
        pending.remove();
        pool.release(oldest.chunk());
    }

    /** Waits until no worker uses a pending chunk, then returns all chunks to the pool. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        while (!pending.isEmpty()) {
            Pending oldest = pending.peek();
            try {
                oldest.compression().get();
            } catch (InterruptedException e) {
                interrupted = true;
                continue;
            } catch (ExecutionException e) {
                // finishOldest has thrown this failure already, or the stream has failed for another reason.
            }
            pending.remove();
            pool.release(oldest.chunk());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
