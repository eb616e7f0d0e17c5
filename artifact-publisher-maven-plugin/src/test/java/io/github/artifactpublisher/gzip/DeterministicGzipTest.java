package io.github.artifactpublisher.gzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeterministicGzipTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63 * 1024, 64 * 1024, 64 * 1024 + 1, 1_000_000})
    void whatGoesInComesOut(int size) throws IOException {
        for (byte[] bytes : new byte[][] {random(size), new byte[size]}) {
            assertThat(gunzip(gzip(bytes, 6))).isEqualTo(bytes);
        }
    }

    @Test
    void theHeaderHasNoNameNoTimeAndNoSystem() throws IOException {
        byte[] header = Arrays.copyOf(gzip(random(100), 6), 10);

        assertThat(header).containsExactly(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
    }

    @Test
    void theSameBytesInGiveTheSameBytesOutHoweverTheyAreWritten() throws IOException {
        byte[] bytes = random(200_000);
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        try (DeterministicGzip gzip = new DeterministicGzip(pieces, 6)) {
            gzip.write(bytes[0]);
            gzip.write(bytes, 1, 7);
            gzip.write(bytes, 8, bytes.length - 8);
        }

        assertThat(pieces.toByteArray()).isEqualTo(gzip(bytes, 6));
    }

    @Test
    void closingTwiceWritesOneTrailer() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DeterministicGzip gzip = new DeterministicGzip(out, 6);
        gzip.close();
        int size = out.size();
        gzip.close();

        assertThat(out.size()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 10})
    void refusesALevelThatIsNone(int level) {
        assertThatThrownBy(() -> new DeterministicGzip(new ByteArrayOutputStream(), level))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 9");
    }

    private static byte[] gzip(byte[] bytes, int level) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeterministicGzip gzip = new DeterministicGzip(out, level)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] gunzip(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(42).nextBytes(bytes);
        return bytes;
    }
}
