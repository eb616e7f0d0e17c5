package io.github.artifactpublisher.gzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipWorkersTest {
    private static final int MIB = 1 << 20;

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 2, 3, 4, 100, MIB - 3, MIB - 1, MIB, MIB + 1, MIB + 3, 2 * MIB - 1, 2 * MIB, 7 * MIB + 12345})
    void decompressesToTheInput(int size) throws IOException {
        byte[] input = Inputs.text(size);
        try (GzipWorkers workers = new GzipWorkers(2)) {
            byte[] member = gzip(workers, input, 6);
            assertThat(member.length).isLessThanOrEqualTo((int) GzipWorkers.bound(size));
            assertThat(gunzip(member)).isEqualTo(input);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 100_000, MIB - 1, MIB, MIB + 1, 3 * MIB + 5})
    void incompressibleInputStaysWithinTheBound(int size) throws IOException {
        try (GzipWorkers workers = new GzipWorkers(2)) {
            long bound = GzipWorkers.bound(size);
            assertThat(gzip(workers, Inputs.random(size), 6).length).isLessThanOrEqualTo((int) bound);
            assertThat(bound).as("the bound is tight").isLessThan(size + size / 500 + 100);
        }
    }

    @Test
    void numberOfThreadsHasNoEffectOnTheOutput() throws IOException {
        byte[] input = Inputs.text(5 * MIB + 77);
        List<byte[]> members = new ArrayList<>();
        for (int threads : new int[] {1, 2, 3, 8}) {
            try (GzipWorkers workers = new GzipWorkers(threads)) {
                members.add(gzip(workers, input, 6));
            }
        }
        assertThat(members).allSatisfy(member -> assertThat(member).isEqualTo(members.get(0)));
    }

    @Test
    void headerHasNoNameAndNoTime() throws IOException {
        try (GzipWorkers workers = new GzipWorkers(1)) {
            assertThat(gzip(workers, new byte[0], 9))
                    .startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff)
                    .endsWith(0, 0, 0, 0, 0, 0, 0, 0);
        }
    }

    @Test
    void manyFilesShareTheWorkers() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try (GzipWorkers workers = new GzipWorkers(2)) {
            List<Future<byte[]>> members = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                byte[] input = Inputs.text(i * 100_003);
                members.add(callers.submit(() -> gunzip(gzip(workers, input, 1))));
            }
            for (int i = 0; i < 64; i++) {
                assertThat(members.get(i).get(60, TimeUnit.SECONDS)).isEqualTo(Inputs.text(i * 100_003));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void blockedOutputDoesNotBlockOtherFiles() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(1);
        try (GzipWorkers workers = new GzipWorkers(2)) {
            Future<byte[]> blocked = callers.submit(() -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                workers.compress(
                        new ByteArrayInputStream(Inputs.text(9 * MIB)), new BlockedOutput(out, stuck, release), 6);
                return out.toByteArray();
            });
            assertThat(stuck.await(60, TimeUnit.SECONDS)).isTrue();
            byte[] small = Inputs.text(5000);
            assertThat(gunzip(gzip(workers, small, 6))).isEqualTo(small);
            release.countDown();
            assertThat(gunzip(blocked.get(60, TimeUnit.SECONDS))).isEqualTo(Inputs.text(9 * MIB));
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void exceptionsOfTheStreamsAreThrownUnchanged() {
        IOException inputFailure = new IOException("input failed");
        IOException outputFailure = new IOException("output failed");
        try (GzipWorkers workers = new GzipWorkers(2)) {
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(
                                () -> workers.compress(new FailingInput(inputFailure), new ByteArrayOutputStream(), 6))
                        .isSameAs(inputFailure);
                assertThatThrownBy(() -> workers.compress(
                                new ByteArrayInputStream(Inputs.text(3 * MIB)), new FailingOutput(outputFailure), 6))
                        .isSameAs(outputFailure);
            }
        }
    }

    @Test
    void interruptStopsTheCompression() {
        try (GzipWorkers workers = new GzipWorkers(1)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> gzip(workers, Inputs.text(3 * MIB), 6)).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, -1})
    void invalidLevelIsRejected(int level) {
        try (GzipWorkers workers = new GzipWorkers(1)) {
            assertThatThrownBy(() -> gzip(workers, new byte[1], level))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 to 9")
                    .hasMessageContaining("" + level);
        }
    }

    private static byte[] gzip(GzipWorkers workers, byte[] input, int level) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workers.compress(new ByteArrayInputStream(input), out, level);
        return out.toByteArray();
    }

    private static byte[] gunzip(byte[] member) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(member))) {
            return in.readAllBytes();
        }
    }

    /** Blocks in its first write until it is released. */
    private static final class BlockedOutput extends OutputStream {
        private final OutputStream out;
        private final CountDownLatch stuck;
        private final CountDownLatch release;

        BlockedOutput(OutputStream out, CountDownLatch stuck, CountDownLatch release) {
            this.out = out;
            this.stuck = stuck;
            this.release = release;
        }

        @Override
        public void write(int b) {
            throw new AssertionError("single bytes are not expected");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            stuck.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }
    }

    private static final class FailingInput extends InputStream {
        private final IOException failure;
        private int left = 5 * MIB / 2;

        FailingInput(IOException failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            if (left-- == 0) {
                throw failure;
            }
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            bytes[offset] = (byte) read();
            return 1;
        }
    }

    private static final class FailingOutput extends OutputStream {
        private final IOException failure;
        private int left = 2;

        FailingOutput(IOException failure) {
            this.failure = failure;
        }

        @Override
        public void write(int b) throws IOException {
            throw failure;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (left-- == 0) {
                throw failure;
            }
        }
    }
}
