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
    /** The parts that each have a table of samples. */
    static final List<String> PARTS = List.of(
            "job",
            "job-30",
            "parent",
            "classes",
            "jvm",
            "log",
            "fat-jar",
            "files",
            "small-jar",
            "sizes",
            "threads",
            "cold");

    private static final List<String> PUBLISHED = List.of("classes", "jvm", "log", "fat-jar", "files", "small-jar");

    private final Path folder;
    private final Map<String, Samples> samples = new LinkedHashMap<>();
    private final List<JmhRow> core = new ArrayList<>();

    Results(Path folder) throws IOException {
        this.folder = folder;
        for (String part : PARTS) {
            samples.put(
                    part,
                    Samples.read(folder.resolve(part + ".tsv"))
                            .withDifference(Commands.OURS, "deploy", "verify")
                            .withDifference(Commands.AGAIN, "deploy-again", "verify")
                            .withDifference(Commands.BAZAARVOICE_ADDED, "bazaarvoice", "verify")
                            .withDifference(Commands.OURS_C1, "deploy-c1", "verify-c1"));
        }
        core.addAll(JmhRow.read(folder.resolve("core-6.csv")));
        core.addAll(JmhRow.read(folder.resolve("core-1-9.csv")));
    }

    /** Returns the samples of a part, with the differences of its Maven runs; none if it was not measured. */
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

    /** Returns the generated projects of the measured parts. */
    List<Project> projects() {
        return PARTS.stream()
                .flatMap(part -> table(part + ".projects").stream())
                .map(Project::parse)
                .toList();
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
