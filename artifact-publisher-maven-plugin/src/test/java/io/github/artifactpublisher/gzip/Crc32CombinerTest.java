package io.github.artifactpublisher.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class Crc32CombinerTest {
    @Test
    void combinesTheCrcsOfTwoChunks() {
        byte[] bytes = Inputs.random(100_000);
        for (int cut : new int[] {0, 1, 7, 65_536, 99_999, 100_000}) {
            Crc32Combiner combiner = new Crc32Combiner();
            combiner.append(crc(bytes, 0, cut), cut);
            combiner.append(crc(bytes, cut, bytes.length), bytes.length - cut);

            assertThat(combiner.value()).as("cut at %d", cut).isEqualTo(crc(bytes, 0, bytes.length));
        }
        assertThat(new Crc32Combiner().value()).isEqualTo(crc(bytes, 0, 0));
    }

    private static int crc(byte[] bytes, int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        return (int) crc.getValue();
    }
}
