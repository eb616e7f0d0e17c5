package io.github.artifactpublisher.ci;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A field in which env-ci's answer is known to be another than ours.
 *
 * @param server one of {@link CiServers}
 * @param situation the name of a {@link Situation}, the kind of its build, or {@code *}
 * @param why a sentence
 */
record KnownDifference(String server, String situation, String field, String why) {
    static final String FILE = "env-ci-differences.txt";

    KnownDifference {
        if (!EnvCiAnswer.FIELDS.contains(field) || why.isEmpty()) {
            throw new IllegalArgumentException(
                    FILE + ": a field of env-ci and a reason are needed, not \"" + field + "\" and \"" + why + "\".");
        }
    }

    /** Reads the differences in the file. */
    static List<KnownDifference> all() {
        return text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(KnownDifference::parse)
                .toList();
    }

    boolean covers(Situation of, String inField) {
        return server.equals(of.server())
                && List.of("*", of.name(), of.built()).contains(situation)
                && field.equals(inField);
    }

    private static Stream<KnownDifference> parse(String line) {
        String[] cells = line.split(" \\| ", -1);
        if (cells.length != 4) {
            throw new IllegalArgumentException(FILE + ": four cells are needed in: " + line);
        }
        return names(cells[0])
                .flatMap(server ->
                        names(cells[2]).map(field -> new KnownDifference(server, cells[1], field, cells[3].strip())));
    }

    private static Stream<String> names(String cell) {
        return Arrays.stream(cell.split(", ", -1));
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(KnownDifference.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(FILE, unreadable);
        }
    }
}
