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

/** The folder into which the parts write their tables. */
final class Results {
    /** The name under which the publishing by itself, deploy minus verify, is a contender. */
    static final String OURS = "ours";

    /** The same of files that stand there already. */
    static final String AGAIN = "again";

    /** The parts that publish a corpus each. */
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

    /** Of a part; without samples if it has not run. */
    Samples of(String part) {
        return samples.get(part);
    }

    /** The parts that published a corpus each, as far as they have run. */
    List<String> published() {
        return PUBLISHED.stream().filter(part -> !of(part).all().isEmpty()).toList();
    }

    List<JmhRow> core() {
        return core;
    }

    /** The rows of a table; empty if there is no such table. */
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
