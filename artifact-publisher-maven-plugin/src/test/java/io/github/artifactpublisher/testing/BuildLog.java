package io.github.artifactpublisher.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The log of a story's Maven build. */
public final class BuildLog {
    /** A failing build must print a message, not a stack trace; those are only for {@code -e}. */
    private static final Pattern STACK_TRACE = Pattern.compile(
            "^\\s*at io\\.github\\.artifactpublisher|Exception in thread|java\\.lang\\.\\w*(Exception|Error)");

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

    /** Asserts that one line contains all of these words. */
    public BuildLog hasLineWith(String... words) {
        assertThat(linesWith(words)).as("lines with %s", List.of(words)).isNotEmpty();
        return this;
    }

    /** Asserts that one error line contains all of these words. */
    public BuildLog hasErrorWith(String... words) {
        List<String> errors =
                lines.stream().filter(line -> line.startsWith("[ERROR]")).toList();
        assertThat(errors).as("errors, one of them with %s", List.of(words)).anyMatch(line -> hasAll(line, words));
        return this;
    }

    /** Asserts that there is a line with each of these words, in this order. */
    public BuildLog hasInOrder(String... words) {
        int next = 0;
        for (String line : lines) {
            next += next < words.length && line.contains(words[next]) ? 1 : 0;
        }
        assertThat(List.of(words).subList(0, next)).as("words found in order").containsExactly(words);
        return this;
    }

    /** Asserts that no line contains any of these words, not even as part of another word. */
    public BuildLog hasNowhere(String... words) {
        for (String word : words) {
            assertThat(linesWith(word)).as("lines with %s", word).isEmpty();
        }
        return this;
    }

    private List<String> linesWith(String... words) {
        return lines.stream().filter(line -> hasAll(line, words)).toList();
    }

    private static boolean hasAll(String line, String... words) {
        return Arrays.stream(words).allMatch(line::contains);
    }

    BuildLog hasNoStackTrace() {
        assertThat(lines)
                .as("stack trace lines")
                .noneMatch(line -> STACK_TRACE.matcher(line).find());
        return this;
    }
}
