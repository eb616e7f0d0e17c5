package com.example;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeadlockIT {
    @Test
    void waitsForWhatNeverHappens() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
