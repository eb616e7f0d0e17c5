package com.example.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void leavesOutWhatIsBetweenThem() {
        assertEquals(List.of("one", "two", "three"), Words.in("one, two -- three!"));
    }
}
