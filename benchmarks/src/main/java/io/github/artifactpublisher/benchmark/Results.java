package io.github.artifactpublisher.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the result tables of all parts from a folder. */
final class Results {
    /** Name of the plugin's own time: deploy minus verify. */
    static final String OURS = "ours";

    /** The same for unchanged files that exist in the bucket already. */
    static final String AGAIN = "again";

    /** The parts that each publish one corpus. */
    static final List<String> PUBLISHED = List.of("classes", "jvm", "log", "fat-jar", "files", "small-jar");

    private final Path folder;
    private final Map<String, Samples> samples = new LinkedHashMap<>();
    private final List<JmhRow> core = new ArrayList<>();

    Results(Path folder) throws IOException {
        this.folder = folder;
        for (String part :
                List.of("classes", "jvm", "log", "fat-jar", "files", "small-jar", "sizes", "threads", "cold")) {
            samples.put(
                    part,
                    Samples.read(folder.resolve(part + ".tsv"))
                            .withDifference(OURS, "deploy", "verify")
                            .withDifference(AGAIN, "deploy-again", "verify"));
        }
        core.addAll(JmhRow.read(folder.resolve("core-6.csv")));
        core.addAll(JmhRow.read(folder.resolve("core-1-9.csv")));
    }

    /** Returns the samples of a part; none if it was not measured. */
    Samples of(String part) {
        return samples.get(part);
    }

    /** Returns the measured parts that each publish one corpus. */
    List<String> published() {
        return PUBLISHED.stream().filter(part -> !of(part).all().isEmpty()).toList();
    }

    List<JmhRow> core() {
        return core;
    }

    /** Returns the rows of a table; empty if the table does not exist. */
    List<List<String>> table(String name) {
        Path table = folder.resolve(name + ".tsv");
        if (!Files.exists(table)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(table)) {
            return lines.map(line -> List.of(line.split("\t", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
