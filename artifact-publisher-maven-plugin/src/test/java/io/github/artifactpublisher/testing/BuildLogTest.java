package io.github.artifactpublisher.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {
    @TempDir
    Path directory;

    @Test
    void wordsMustBeInOneLine() throws IOException {
        BuildLog log = log("[INFO] one two", "[ERROR] three");

        log.hasLineWith("two", "one")
                .hasErrorWith("three")
                .hasInOrder("one", "three")
                .hasNowhere("four");

        assertRefused(() -> log.hasLineWith("one", "three"));
        assertRefused(() -> log.hasErrorWith("one"));
        assertRefused(() -> log.hasInOrder("three", "one"));
        assertRefused(() -> log.hasNowhere("hre"));
    }

    @Test
    void detectsStackTraces() throws IOException {
        log("[INFO]   Imported: java.lang.String", "at ease").hasNoStackTrace();

        for (String line : List.of(
                "\tat io.github.artifactpublisher.publish.Publisher.publish(Publisher.java:1)",
                "Exception in thread \"main\" x",
                "Caused by: java.lang.IllegalStateException: x",
                "[ERROR] java.lang.NoClassDefFoundError")) {
            BuildLog log = log("[INFO] fine", line);
            assertRefused(log::hasNoStackTrace);
        }
    }

    private BuildLog log(String... lines) throws IOException {
        return BuildLog.read(Files.write(directory.resolve("build.log"), List.of(lines)));
    }

    private static void assertRefused(ThrowingCallable assertion) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class);
    }
}
