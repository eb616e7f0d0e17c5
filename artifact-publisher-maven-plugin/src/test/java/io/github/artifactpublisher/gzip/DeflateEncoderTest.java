package io.github.artifactpublisher.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateEncoderTest {
    static Stream<Arguments> levelsAndInputs() {
        return IntStream.rangeClosed(1, 9)
                .boxed()
                .flatMap(level -> Inputs.ALL.keySet().stream().map(name -> Arguments.of(level, name)));
    }

    @ParameterizedTest
    @MethodSource("levelsAndInputs")
    void decodesEveryInputAtEveryLevel(int level, String name) throws DataFormatException {
        byte[] input = Inputs.ALL.get(name);
        for (int window : new int[] {0, 1, 5000, Window.SIZE}) {
            for (boolean last : new boolean[] {true, false}) {
                if (window < input.length) {
                    assertThat(DeflateCodec.decode(DeflateCodec.encode(input, window, level, last), input, window))
                            .isEqualTo(Arrays.copyOfRange(input, window, input.length));
                }
            }
        }
    }

    /** Small inputs test the code near the end of the input, which must not read past the end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 6, 9})
    void decodesEverySmallSize(int level) throws DataFormatException {
        for (int size = 0; size < 600; size++) {
            byte[] runs = new byte[size];
            byte[] text = Inputs.text(size);
            assertThat(DeflateCodec.decode(DeflateCodec.encode(runs, 0, level, true), runs, 0))
                    .isEqualTo(runs);
            assertThat(DeflateCodec.decode(DeflateCodec.encode(text, 0, level, true), text, 0))
                    .isEqualTo(text);
        }
    }

    /** The bytes after the end in the same array belong to another input and must have no effect. */
    @Test
    void bytesAfterTheInputHaveNoEffect() {
        byte[] input = Inputs.text(100_000);
        byte[] followed = Arrays.copyOf(input, input.length + DeflateEncoder.PADDING);
        Arrays.fill(followed, input.length, followed.length, input[input.length - 1]);
        byte[] out = new byte[DeflateEncoder.bound(input.length)];
        int size = new DeflateEncoder().encode(followed, 0, input.length, true, Level.of(6), out);

        assertThat(Arrays.copyOf(out, size)).isEqualTo(DeflateCodec.encode(input, 0, 6, true));
    }

    @Test
    void reusedEncoderGivesTheSameOutputAsANewOne() {
        DeflateEncoder used = new DeflateEncoder();
        for (byte[] input : Inputs.ALL.values()) {
            byte[] out = new byte[DeflateEncoder.bound(input.length)];
            byte[] padded = Arrays.copyOf(input, input.length + DeflateEncoder.PADDING);
            int size = used.encode(padded, 0, input.length, true, Level.of(6), out);

            assertThat(Arrays.copyOf(out, size)).isEqualTo(DeflateCodec.encode(input, 0, 6, true));
        }
    }

    /**
     * These inputs are small and artificial. Real files become smaller than with zlib at every level (see benchmarks).
     */
    @ParameterizedTest
    @ValueSource(strings = {"text", "numbers", "two kinds", "near copies"})
    void outputIsAtMostThreePercentLargerThanThatOfZlib(String name) {
        byte[] input = Inputs.ALL.get(name);
        for (int level = 1; level <= 9; level++) {
            assertThat(DeflateCodec.encode(input, 0, level, true))
                    .as("%s at level %d", name, level)
                    .hasSizeLessThanOrEqualTo(zlib(input, level) * 103 / 100);
        }
    }

    @Test
    void higherLevelsGiveSmallerOutput() {
        byte[] input = Inputs.ALL.get("text");
        assertThat(DeflateCodec.encode(input, 0, 9, true).length)
                .isLessThan(DeflateCodec.encode(input, 0, 6, true).length);
        assertThat(DeflateCodec.encode(input, 0, 6, true).length)
                .isLessThan(DeflateCodec.encode(input, 0, 1, true).length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 4096, 65_534, 65_535, 65_536, 500_000, 1 << 20})
    void incompressibleInputStaysWithinTheBound(int size) {
        byte[] input = Inputs.random(size);
        int encoded = DeflateCodec.encode(input, 0, 6, true).length;

        assertThat(encoded).isLessThanOrEqualTo(DeflateEncoder.bound(size) - BitWriter.SLACK);
        assertThat(encoded).isLessThanOrEqualTo(size + 5 * (size / 65_535 + 1) + size / 4096);
    }

    /** Matches of every length and of many distances, each in an input that has no other match. */
    @Test
    void decodesMatchesOfEveryLengthAndManyDistances() throws DataFormatException {
        byte[] random = Inputs.random(Window.SIZE + 1000);
        for (int length = 3; length <= 260; length++) {
            assertDecodesMatch(random, length, 5000 + length);
        }
        for (int distance = 1; distance <= Window.SIZE + 3; distance += distance < 300 ? 1 : 97) {
            assertDecodesMatch(random, 40, distance);
        }
        assertDecodesMatch(random, 40, Window.SIZE - 1);
        assertDecodesMatch(random, 40, Window.SIZE);
        assertDecodesMatch(random, 40, Window.SIZE + 1);
    }

    private static void assertDecodesMatch(byte[] random, int length, int distance) throws DataFormatException {
        byte[] input = Arrays.copyOf(random, random.length + length);
        for (int i = 0; i < length; i++) {
            input[random.length + i] = input[random.length + i - distance];
        }
        byte[] encoded = DeflateCodec.encode(input, random.length - 100, 6, true);

        assertThat(DeflateCodec.decode(encoded, input, random.length - 100))
                .as("length %d, distance %d", length, distance)
                .isEqualTo(Arrays.copyOfRange(input, random.length - 100, input.length));
    }

    private static int zlib(byte[] input, int level) {
        Deflater deflater = new Deflater(level, true);
        deflater.setInput(input);
        deflater.finish();
        int size = deflater.deflate(new byte[2 * input.length + 100]);
        deflater.end();
        return size;
    }

    @Test
    void testDecoderDetectsADamagedBit() {
        byte[] input = Inputs.text(1000);
        byte[] encoded = DeflateCodec.encode(input, 0, 6, true);
        encoded[encoded.length / 2] ^= 1;
        byte[] decoded;
        try {
            decoded = DeflateCodec.decode(encoded, input, 0);
        } catch (DataFormatException e) {
            return;
        }
        assertThat(decoded).isNotEqualTo(input);
    }

    /** The last block has the BFINAL bit, so that a decoder knows the end of the stream. */
    @Test
    void lastBlockHasTheFinalBit() {
        Inflater inflater = new Inflater(true);
        inflater.setInput(DeflateCodec.encode(new byte[0], 0, 6, true));
        assertThat(inflater.finished()).isFalse();
        assertThat(inflateNothing(inflater)).isZero();
        assertThat(inflater.finished()).isTrue();
        inflater.end();
    }

    private static int inflateNothing(Inflater inflater) {
        try {
            return inflater.inflate(new byte[10]);
        } catch (DataFormatException e) {
            throw new AssertionError(e);
        }
    }
}
