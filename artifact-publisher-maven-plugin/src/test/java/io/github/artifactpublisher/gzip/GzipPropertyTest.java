package io.github.artifactpublisher.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.DataFormatException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Tries generated inputs that combine noise, runs, copies and counters. {@code -Djqwik.tries.default} sets the number
 * of tries: 1000 in a build, more in a fuzz run.
 */
class GzipPropertyTest {
    /** One step of generating an input: appends bytes to those of the steps before. */
    sealed interface Step {
        record Noise(int length, long seed, int symbols) implements Step {}

        record Run(int length, byte value) implements Step {}

        record Copy(int distance, int length) implements Step {}

        record Counter(int length, int stride) implements Step {}
    }

    private static final AtomicLong TRIED = new AtomicLong();

    @AfterContainer
    static void printNumberOfTries() {
        System.out.println(TRIED + " inputs were encoded, decoded and compared");
    }

    @Property
    void decompressesGeneratedInput(
            @ForAll("inputs") byte[] input,
            @ForAll @IntRange(min = 1, max = 9) int level,
            @ForAll @IntRange(max = 100) int windowPercent,
            @ForAll boolean last)
            throws DataFormatException {
        int window = (int) Math.min(Window.SIZE, (long) input.length * windowPercent / 100);
        byte[] encoded = DeflateCodec.encode(input, window, level, last);

        assertThat(encoded.length).isLessThanOrEqualTo(DeflateEncoder.bound(input.length - window) - BitWriter.SLACK);
        assertThat(DeflateCodec.decode(encoded, input, window))
                .isEqualTo(Arrays.copyOfRange(input, window, input.length));
        TRIED.incrementAndGet();
    }

    @Provide
    Arbitrary<byte[]> inputs() {
        Arbitrary<Step> noise = Combinators.combine(
                        lengths(9000), Arbitraries.longs(), Arbitraries.of(1, 2, 3, 5, 16, 90, 256))
                .as(Step.Noise::new);
        Arbitrary<Step> run =
                Combinators.combine(lengths(3000), Arbitraries.bytes()).as(Step.Run::new);
        Arbitrary<Step> copy =
                Combinators.combine(lengths(40_000), lengths(600)).as(Step.Copy::new);
        Arbitrary<Step> counter = Combinators.combine(
                        lengths(3000), Arbitraries.integers().between(1, 300))
                .as(Step.Counter::new);
        return Arbitraries.oneOf(List.of(noise, run, copy, counter))
                .list()
                .ofMaxSize(60)
                .map(GzipPropertyTest::made);
    }

    private static Arbitrary<Integer> lengths(int most) {
        return Arbitraries.integers().between(1, most);
    }

    private static byte[] made(List<Step> steps) {
        byte[] bytes = new byte[60 * 9000];
        int size = 0;
        for (Step step : steps) {
            size = add(bytes, size, step);
        }
        return Arrays.copyOf(bytes, size);
    }

    private static int add(byte[] bytes, int from, Step step) {
        if (step instanceof Step.Noise noise) {
            Random random = new Random(noise.seed());
            for (int i = 0; i < noise.length(); i++) {
                bytes[from + i] = (byte) random.nextInt(noise.symbols());
            }
            return from + noise.length();
        }
        if (step instanceof Step.Run run) {
            Arrays.fill(bytes, from, from + run.length(), run.value());
            return from + run.length();
        }
        if (step instanceof Step.Copy copy) {
            int distance = Math.min(copy.distance(), from);
            int length = distance == 0 ? 0 : copy.length();
            for (int i = 0; i < length; i++) {
                bytes[from + i] = bytes[from + i - distance];
            }
            return from + length;
        }
        Step.Counter counter = (Step.Counter) step;
        for (int i = 0; i < counter.length(); i++) {
            bytes[from + i] = (byte) ((i * counter.stride()) >> ((i & 3) * 8));
        }
        return from + counter.length();
    }
}
