package io.github.artifactpublisher.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.concurrent.WorkerPool;
import io.github.artifactpublisher.transfer.SegmentPool.Reservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SegmentPoolTest {
    private static final int SEGMENT = SegmentPool.SEGMENT_BYTES;

    @Test
    void whateverManyThreadsDoThereAreNoMoreSegmentsThanTheBudget() throws Exception {
        SegmentPool pool = new SegmentPool(10 * SEGMENT);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int seed = 0; seed < 64; seed++) {
            Random random = new Random(seed);
            tasks.add(() -> useSome(pool, random));
        }

        WorkerPool.runAll(16, "test", tasks);

        assertThat(pool.allocated()).isLessThanOrEqualTo(10);
        pool.reserve(10 * SEGMENT).close();
    }

    private static int useSome(SegmentPool pool, Random random) throws InterruptedException {
        for (int round = 0; round < 200; round++) {
            int count = 1 + random.nextInt(10);
            try (Reservation share = pool.reserve(count * (long) SEGMENT)) {
                List<byte[]> taken = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    taken.add(share.take());
                }
                share.release(taken);
            }
        }
        return 0;
    }

    @Test
    void segmentsAreUsedAgain() throws InterruptedException {
        SegmentPool pool = new SegmentPool(4 * SEGMENT);
        try (Reservation share = pool.reserve(2 * SEGMENT)) {
            byte[] first = share.take();
            share.release(List.of(first));
            byte[] second = share.take();
            share.release(List.of(second));

            assertThat(second).isSameAs(first);
        }
        assertThat(pool.allocated()).isEqualTo(1);
    }

    @Test
    void smallReservationsDoNotOvertakeALargeOne() throws InterruptedException {
        SegmentPool pool = new SegmentPool(4 * SEGMENT);
        Reservation held = pool.reserve(SEGMENT);
        List<String> served = new ArrayList<>();
        Thread large = waiting(() -> take(pool, 4, "large", served));
        Thread small = waiting(() -> take(pool, 1, "small", served));

        held.close();
        large.join();
        small.join();

        assertThat(served).containsExactly("large", "small");
    }

    private static void take(SegmentPool pool, int segments, String name, List<String> served) {
        try {
            Reservation share = pool.reserve(segments * (long) SEGMENT);
            synchronized (served) {
                served.add(name);
            }
            share.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A thread that has begun to wait. */
    private static Thread waiting(Runnable task) {
        Thread thread = new Thread(task);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @Test
    void takeWaitsForAReleasedSegment() throws InterruptedException {
        SegmentPool pool = new SegmentPool(SEGMENT);
        try (Reservation share = pool.reserve(1)) {
            byte[] segment = share.take();
            AtomicReference<byte[]> second = new AtomicReference<>();
            Thread writer = waiting(() -> {
                try {
                    second.set(share.take());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThat(second).hasNullValue();

            share.release(List.of(segment));
            writer.join();
            assertThat(second.get()).isSameAs(segment);
            share.release(List.of(segment));
        }
    }

    @Test
    void moreThanWasReservedIsAFaultAndNoWaitForEver() throws InterruptedException {
        SegmentPool pool = new SegmentPool(2 * SEGMENT);
        try (Reservation share = pool.reserve(SEGMENT)) {
            byte[] segment = share.takeNow();

            assertThatThrownBy(share::takeNow)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("more bytes than the 1 segments that were reserved");
            share.release(List.of(segment));
        }
    }

    @Test
    void aShareThatIsClosedTooEarlyIsAFault() throws InterruptedException {
        Reservation share = new SegmentPool(SEGMENT).reserve(1);
        assertThat(share.take()).hasSize(SEGMENT);

        assertThatThrownBy(share::close).hasMessage("segments are still in use");
    }
}
