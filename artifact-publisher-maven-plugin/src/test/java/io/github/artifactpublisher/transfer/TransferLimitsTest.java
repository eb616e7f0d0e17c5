package io.github.artifactpublisher.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferLimitsTest {
    private static final long MIB = 1 << 20;
    private static final TransferLimits DEFAULTS = new TransferLimits(64 * MIB, 16 * MIB, 16);
    private static final TransferLimits LEAST = new TransferLimits(10 * MIB, 5 * MIB, 1);

    @ParameterizedTest
    @ValueSource(longs = {1, 100 * MIB, 6L << 30, 78L << 30, 300L << 30, 5L << 40})
    void tenThousandPartsAreAlwaysEnough(long most) {
        long part = DEFAULTS.partSize(most);

        assertThat((most + part - 1) / part).isLessThanOrEqualTo(10_000);
        assertThat(part).isGreaterThanOrEqualTo(8 * MIB);
        assertThat(part % SegmentPool.SEGMENT_BYTES).isZero();
    }

    @Test
    void partsAreAsLargeAsUsualUntilTheyWouldBeTooMany() {
        assertThat(DEFAULTS.partSize(10_000 * 8 * MIB)).isEqualTo(8 * MIB);
        assertThat(DEFAULTS.partSize(10_000 * 8 * MIB + 1)).isEqualTo(8 * MIB + SegmentPool.SEGMENT_BYTES);
        assertThat(LEAST.partSize(1)).isEqualTo(5 * MIB);
    }

    @ParameterizedTest
    @CsvSource({"64, 16, 8, 4", "10, 5, 5, 1", "1024, 16, 8, 16", "64, 32, 8, 4", "10240, 5120, 8, 16"})
    void aLargeFileHasHalfOfTheMemoryAtMost(long memory, long threshold, long part, int atOnce) {
        TransferLimits limits = new TransferLimits(memory * MIB, threshold * MIB, 5);

        assertThat(limits.partSize(1 << 30)).isEqualTo(part * MIB);
        assertThat(limits.largeFileMemory(part * MIB))
                .isLessThanOrEqualTo(memory * MIB / 2)
                .isGreaterThanOrEqualTo(Math.max(part, threshold) * MIB);
        assertThat(limits.parallelParts(part * MIB)).isEqualTo(atOnce);
    }

    @Test
    void theVeryLargestNeedMoreMemory() {
        assertThat(DEFAULTS.requiredMemory(1)).isEqualTo(TransferLimits.MIN_MEMORY);
        assertThat(DEFAULTS.requiredMemory(6L << 30)).isEqualTo(16 * MIB);
        assertThat(DEFAULTS.requiredMemory(300L << 30)).isLessThanOrEqualTo(64 * MIB);
        assertThat(DEFAULTS.requiredMemory(5L << 40)).isBetween(2L * ((5L << 40) / 10_000), 1100 * MIB);
    }

    @ParameterizedTest
    @CsvSource({"64, 4, 1", "64, 33, 1", "64, 16, 0", "20480, 5121, 1"})
    void refusesImpossibleLimits(long memory, long threshold, int concurrency) {
        assertThatThrownBy(() -> new TransferLimits(memory * MIB, threshold * MIB, concurrency))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
