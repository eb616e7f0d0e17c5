package com.example;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeadlockTest {
    @Test
    void waitsForWhatNeverHappens() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
