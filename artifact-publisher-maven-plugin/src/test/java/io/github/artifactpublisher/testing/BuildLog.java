package io.github.artifactpublisher.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a story's Maven has printed. */
public final class BuildLog {
    /** A build may fail, but it does so in sentences: lines of a stack trace are for {@code -e}. */
    private static final Pattern STACK_TRACE =
            Pattern.compile("^\\s*at io\\.github\\.artifactpublisher|Exception in thread|java\\.lang\\.");

    private final List<String> lines;

    private BuildLog(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    static BuildLog read(Path file) {
        try {
            return new BuildLog(Files.readAllLines(file, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> lines() {
        return lines;
    }

    /** One line that has all of these words. */
    public BuildLog hasLineWith(String... words) {
        assertThat(lines)
                .as("lines of the build log")
                .anySatisfy(line -> assertThat(line).contains(words));
        return this;
    }

    /** One error line that has all of these words: the sentence that says what failed, where, and what to do. */
    public BuildLog hasErrorWith(String... words) {
        assertThat(lines.stream().filter(line -> line.startsWith("[ERROR]")).toList())
                .as("errors of the build log")
                .anySatisfy(line -> assertThat(line).contains(words));
        return this;
    }

    /** Nowhere in the log, not even within a word. */
    public BuildLog hasNowhere(String... words) {
        assertThat(String.join("\n", lines)).doesNotContain(words);
        return this;
    }

    BuildLog hasNoStackTrace() {
        assertThat(lines)
                .as("stack trace lines")
                .noneMatch(line -> STACK_TRACE.matcher(line).find());
        return this;
    }
}
