package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UnitIT {
    @Test
    void runsAfterTheWarIsMade() {
        assertTrue(Files.exists(Path.of("target", "web-1.0.0.war")));
    }
}
