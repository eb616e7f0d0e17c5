package io.github.artifactpublisher.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HuffmanCodeTest {
    @Test
    void totalLengthIsOptimal() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            int[] counts = new int[2 + random.nextInt(285)];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(1 + random.nextInt(300));
            }
            counts[0] = 1;
            counts[1] = 1;
            HuffmanCode code = new HuffmanCode(counts.length, 15);
            code.build(counts);

            assertThat(code.bits(counts)).isEqualTo(optimalBits(counts));
        }
    }

    /** Returns the cost of an optimal code: the sum of the counts of all inner nodes (Huffman 1952). */
    private static long optimalBits(int[] counts) {
        PriorityQueue<Long> queue = new PriorityQueue<>();
        Arrays.stream(counts).filter(count -> count > 0).forEach(count -> queue.add((long) count));
        long bits = 0;
        while (queue.size() > 1) {
            long sum = queue.remove() + queue.remove();
            bits += sum;
            queue.add(sum);
        }
        return bits;
    }

    @Test
    void skewedCountsGiveACompleteCodeWithinTheLimit() {
        int[] counts = new int[40];
        counts[0] = 1;
        counts[1] = 1;
        for (int i = 2; i < counts.length; i++) {
            counts[i] = counts[i - 1] + counts[i - 2];
        }
        for (int maxLength : new int[] {6, 7, 15}) {
            HuffmanCode code = new HuffmanCode(counts.length, maxLength);
            code.build(counts);
            double kraft = 0;
            for (int i = 0; i < counts.length; i++) {
                assertThat(code.length(i)).isBetween(1, maxLength);
                kraft += Math.pow(2, -code.length(i));
            }
            assertThat(kraft).isEqualTo(1);
        }
    }

    @Test
    void singleSymbolGetsOneBit() {
        HuffmanCode code = new HuffmanCode(5, 15);
        code.build(new int[] {0, 0, 7, 0, 0});

        assertThat(code.length(2)).isEqualTo(1);
        assertThat(code.length(3)).isZero();
        assertThat(code.usedSymbols(1)).isEqualTo(3);
    }

    /** The example of RFC 1951, section 3.2.2: lengths 3, 3, 3, 3, 3, 2, 4, 4. */
    @Test
    void codesAreThoseOfRfc1951() {
        HuffmanCode code = new HuffmanCode(8, 15);
        code.setLengths(new int[] {3, 3, 3, 3, 3, 2, 4, 4});

        int[] written = {0b010, 0b011, 0b100, 0b101, 0b110, 0b00, 0b1110, 0b1111};
        for (int i = 0; i < 8; i++) {
            assertThat(code.code(i)).isEqualTo(Integer.reverse(written[i]) >>> (32 - code.length(i)));
        }
    }
}
