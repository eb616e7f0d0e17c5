package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorksTest {
    @Test
    void theDayHas24Hours() throws IOException {
        Files.writeString(Path.of("target/works.log"), "What the program has said.\n");
        assertEquals(24, Integer.getInteger("day"));
    }
}
