package com.example;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class JarIT {
    @Test
    void isNotAsItShouldBe() {
        fail("the jar is not as it should be");
    }
}
