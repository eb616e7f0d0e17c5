package io.github.artifactpublisher.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures the warm encoders from memory, discarding the output. One operation compresses a whole corpus. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1500m")
public class EncoderBenchmark {
    /** The corpus and the compression level. */
    @State(Scope.Benchmark)
    public static class Corpus {
        @Param("")
        String file;

        @Param({"1", "6", "9"})
        int level;

        byte[] content;

        /** Reads the file once for all operations. */
        @Setup(Level.Trial)
        public void read() throws IOException {
            content = Files.readAllBytes(Path.of(file));
        }
    }

    /** Counters that JMH reports besides the time: input and output bytes. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Sizes {
        public long bytesIn;
        public long bytesOut;
    }

    @Benchmark
    public void deflater(Corpus corpus, Sizes sizes) throws IOException {
        measured(Engine.DEFLATER, 1, corpus, sizes);
    }

    @Benchmark
    public void ours1(Corpus corpus, Sizes sizes) throws IOException {
        measured(Engine.OURS, 1, corpus, sizes);
    }

    @Benchmark
    public void ours2(Corpus corpus, Sizes sizes) throws IOException {
        measured(Engine.OURS, 2, corpus, sizes);
    }

    private static void measured(Engine engine, int threads, Corpus corpus, Sizes sizes) throws IOException {
        CountingSink sink = new CountingSink();
        engine.compress(new ByteArrayInputStream(corpus.content), sink, corpus.level, threads);
        sizes.bytesIn = corpus.content.length;
        sizes.bytesOut = sink.count();
    }
}
