package io.github.artifactpublisher.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is waited for other builds. */
class PausesTest {
    /** A thread that is interrupted does not begin to wait. */
    @Test
    void theUsualPauseBeforeALookCanBeInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Pauses.usual().beforeLook().await(100))
                .isInstanceOf(PublishInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theUsualLooksGoOnForLessThanHalfAMinuteOrForTwoMinutes() {
        assertThat(IntStream.rangeClosed(2, 9).mapToLong(Pauses::millisBeforeLook))
                .containsExactly(250L, 500L, 1000L, 2000L, 4000L, 8000L, 8000L, 8000L);
        assertThat(IntStream.rangeClosed(2, 8)
                        .mapToLong(Pauses::millisBeforeLook)
                        .sum())
                .isEqualTo(23_750);
        assertThat(IntStream.rangeClosed(2, 20)
                        .mapToLong(Pauses::millisBeforeLook)
                        .sum())
                .isEqualTo(119_750);
    }
}
