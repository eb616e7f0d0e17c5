package io.github.artifactpublisher.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Compresses a file several times in one JVM and discards the output, like {@code gzip -c FILE > /dev/null}. Prints the
 * wall seconds, the CPU seconds of all threads and the compressed bytes of the last round.
 *
 * <p>The first round measures the cold encoder, as in a short build. After some rounds the JIT compiler has finished.
 */
public final class GzipFile {
    private static final double NANOS = 1e9;

    private GzipFile() {}

    /** Arguments: engine, level, threads, rounds, maximum number of bytes to read from the file, file. */
    public static void main(String[] args) throws IOException {
        Engine engine = Engine.valueOf(args[0].toUpperCase(Locale.ROOT));
        int level = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        int rounds = Integer.parseInt(args[3]);
        long limit = Long.parseLong(args[4]);
        String last = "";
        for (int round = 0; round < rounds; round++) {
            last = measured(engine, level, threads, limit, Path.of(args[5]));
        }
        System.out.println(last);
    }

    private static String measured(Engine engine, int level, int threads, long limit, Path file) throws IOException {
        CountingSink sink = new CountingSink();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        try (InputStream in = new FirstBytes(Files.newInputStream(file), limit)) {
            engine.compress(in, sink, level, threads);
        }
        double seconds = (System.nanoTime() - start) / NANOS;
        return String.format(Locale.ROOT, "%.4f\t%.3f\t%d", seconds, (cpuNanos() - cpu) / NANOS, sink.count());
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
