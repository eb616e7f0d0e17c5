package io.github.artifactpublisher.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Compresses files in parallel with a fixed number of threads, each file into one gzip member (RFC 1952).
 *
 * <p>Works like pigz: a file is cut into chunks of 1 MiB. Each chunk is compressed on its own, with the 32 KiB before
 * it as preset dictionary, and ends at a byte boundary. The CRC-32 of the chunks are combined. The same input and level
 * give the same bytes with any number of threads, on any JDK and machine.
 *
 * <p>Thread-safe. The memory depends on the number of threads, not on the number of files.
 */
public final class GzipWorkers implements AutoCloseable {
    /**
     * The version of the output. Raise it with each change of the compressed bytes, so that objects of an earlier
     * version are uploaded again.
     */
    public static final int ENCODER = 1;

    /** Chunks that a single stream never uses, so that other streams can go on. */
    private static final int RESERVED_CHUNKS = 2;

    private final int chunksPerStream;
    private final ChunkPool chunks;
    private final ConcurrentLinkedQueue<DeflateEncoder> encoders = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads;

    /**
     * Starts the threads.
     *
     * @param threads how many; best the number of processors
     */
    public GzipWorkers(int threads) {
        this.threads = Executors.newFixedThreadPool(threads, daemons());
        this.chunksPerStream = 2 * threads;
        this.chunks = new ChunkPool(chunksPerStream + RESERVED_CHUNKS);
    }

    /**
     * Reads a stream to its end and writes it as one gzip member.
     *
     * <p>Only the calling thread uses the two streams, and it closes neither. While the output blocks, at most a few
     * chunks are read ahead.
     *
     * @param level 1 (fastest) to 9 (smallest)
     * @throws java.io.InterruptedIOException if the thread is interrupted; its interrupt flag stays set
     * @throws IOException an exception of one of the streams, unchanged
     */
    public void compress(InputStream in, OutputStream out, int level) throws IOException {
        Level parameters = Level.of(level);
        try (ChunkQueue queue = new ChunkQueue(chunks, chunksPerStream, chunk -> submit(chunk, parameters))) {
            queue.run(in, new GzipMember(out));
        }
    }

    private Future<?> submit(Chunk chunk, Level level) {
        return threads.submit(() -> compress(chunk, level));
    }

    /** Compresses a chunk with an idle encoder. Encoders are large, so they are reused. */
    private void compress(Chunk chunk, Level level) {
        DeflateEncoder encoder = encoders.poll();
        if (encoder == null) {
            encoder = new DeflateEncoder();
        }
        chunk.compress(encoder, level);
        encoders.add(encoder);
    }

    /** Returns the maximum size of the gzip member for an input of this size. */
    public static long bound(long size) {
        long full = size / Chunk.SIZE * DeflateEncoder.bound(Chunk.SIZE);
        return full + DeflateEncoder.bound((int) (size % Chunk.SIZE)) + GzipMember.overhead();
    }

    /** Stops the threads. No call of {@link #compress} may be running. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "artifact-publisher-gzip-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
