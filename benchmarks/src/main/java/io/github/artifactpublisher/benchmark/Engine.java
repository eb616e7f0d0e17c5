package io.github.artifactpublisher.benchmark;

import io.github.artifactpublisher.gzip.GzipWorkers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** A compressor in this JVM: the plugin's encoder, or the JDK's for comparison. */
public enum Engine {
    OURS {
        @Override
        void compress(InputStream in, OutputStream out, int level, int threads) throws IOException {
            try (GzipWorkers workers = new GzipWorkers(threads)) {
                workers.compress(in, out, level);
            }
        }
    },

    /** {@link java.util.zip.Deflater} with large buffers and a single thread. */
    DEFLATER {
        @Override
        void compress(InputStream in, OutputStream out, int level, int threads) throws IOException {
            if (threads != 1) {
                throw new IllegalArgumentException("Deflater has one thread, not " + threads);
            }
            try (LeveledGzip gzip = new LeveledGzip(out, level)) {
                byte[] buffer = new byte[BUFFER_BYTES];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    gzip.write(buffer, 0, read);
                }
            }
        }
    };

    private static final int BUFFER_BYTES = 64 * 1024;

    /** Writes one gzip member. Starts and stops its own threads; does not close the streams. */
    abstract void compress(InputStream in, OutputStream out, int level, int threads) throws IOException;

    /** Sets the level through a protected field, because the JDK's stream has no parameter for it. */
    private static final class LeveledGzip extends GZIPOutputStream {
        LeveledGzip(OutputStream out, int level) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(level);
        }
    }
}
