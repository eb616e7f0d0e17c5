package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void isKnown() {
        assertEquals(42, Answer.toEverything());
    }
}
