package com.example.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LongestWordTest {
    @Test
    void isFoundThroughTheOtherModule() {
        assertEquals(Optional.of("three"), LongestWord.of("one two three four"));
    }
}
