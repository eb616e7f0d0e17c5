package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordCountTest {
    @Test
    void countsInAnyCase() {
        assertEquals(Map.of("to", 2L, "be", 2L, "or", 1L, "not", 1L), WordCount.of("To be, or not to be"));
    }

    @Test
    void keepsLettersOfEveryScript() {
        assertEquals(Map.of("größe", 1L), WordCount.of("Größe!"));
    }

    @Test
    void anEmptyTextHasNoWords() {
        assertEquals(Map.of(), WordCount.of(""));
    }
}
