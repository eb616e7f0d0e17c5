package io.github.artifactpublisher.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerPoolTest {
    @Test
    void throwsTheFirstFailureAndInterruptsTheOtherTasks() {
        CountDownLatch interrupted = new CountDownLatch(1);
        Callable<Void> waits = () -> {
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
            return null;
        };
        Callable<Void> fails = () -> {
            throw new IllegalArgumentException("broken");
        };

        assertThatThrownBy(() -> WorkerPool.runAll(2, "test", List.of(waits, fails)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("broken");
        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void aTaskThatIgnoresTheInterruptionIsReported() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService executor = WorkerPool.threads(1, "test");
        executor.execute(() -> {
            started.countDown();
            awaitUninterruptibly(end);
        });
        started.await();

        assertThatThrownBy(() -> WorkerPool.end(executor, Duration.ofMillis(50)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ignore the interruption");
        end.countDown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // Ignored, as by a read of a file on a network drive that does not answer.
            }
        }
    }
}
