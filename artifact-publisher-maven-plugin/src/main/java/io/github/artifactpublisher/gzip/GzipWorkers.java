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
 * Threads that gzip the blocks of all files together, each file into one member (RFC 1952).
 *
 * <p>A file is cut into blocks of 1 MiB. Each is compressed by itself, primed with the 32 KiB before it so that matches
 * reach back as far as they would in one piece, and ends on a whole byte; their CRC-32 are summed up. This is how pigz
 * does it. So the same input and level give the same bytes, whatever the number of threads, the JDK and the machine.
 *
 * <p>Thread-safe. The memory is bounded by the number of threads, however many files are under way.
 */
public final class GzipWorkers implements AutoCloseable {
    /** The version of what comes out: raised with each change of bytes, so that objects of before count as changed. */
    public static final int ENCODER = 1;

    /** Kept from every stream for the others. */
    private static final int BLOCKS_FOR_OTHERS = 2;

    private final int blocksOfOne;
    private final BlockPool blocks;
    private final ConcurrentLinkedQueue<DeflateEncoder> encoders = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads;

    /**
     * Starts the threads.
     *
     * @param threads how many; as many as there are processors is best
     */
    public GzipWorkers(int threads) {
        this.threads = Executors.newFixedThreadPool(threads, daemons());
        this.blocksOfOne = 2 * threads;
        this.blocks = new BlockPool(blocksOfOne + BLOCKS_FOR_OTHERS);
    }

    /**
     * Reads a stream to its end and writes it as one gzip member.
     *
     * <p>Both streams are used by the calling thread alone, in order, and neither is closed. While the output blocks,
     * no more than a few blocks are read ahead.
     *
     * @param level 1 (fastest) to 9 (smallest)
     * @throws java.io.InterruptedIOException if the thread is interrupted; it stays so
     * @throws IOException what the streams throw, unchanged
     */
    public void compress(InputStream in, OutputStream out, int level) throws IOException {
        Level effort = Level.of(level);
        try (BlockQueue queue = new BlockQueue(blocks, blocksOfOne, block -> submit(block, effort))) {
            queue.run(in, new GzipMember(out));
        }
    }

    private Future<?> submit(Block block, Level level) {
        return threads.submit(() -> compress(block, level));
    }

    /** Encoders are large and are used again. */
    private void compress(Block block, Level level) {
        DeflateEncoder encoder = encoders.poll();
        if (encoder == null) {
            encoder = new DeflateEncoder();
        }
        block.compress(encoder, level);
        encoders.add(encoder);
    }

    /** Most bytes that a stream of so many bytes can become. */
    public static long bound(long size) {
        long full = size / Block.SIZE * DeflateEncoder.bound(Block.SIZE);
        return full + DeflateEncoder.bound((int) (size % Block.SIZE)) + GzipMember.overhead();
    }

    /** Ends the threads. No stream may be under way. */
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
