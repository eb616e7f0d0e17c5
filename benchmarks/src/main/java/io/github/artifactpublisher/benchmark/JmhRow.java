package io.github.artifactpublisher.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of one JMH benchmark.
 *
 * @param millis the mean time for a corpus
 * @param error half of the 99.9 % confidence interval; NaN if there are only one or two samples
 */
record JmhRow(
        String engine,
        String corpus,
        int level,
        int samples,
        double millis,
        double error,
        double bytesIn,
        double bytesOut) {
    double megabytesPerSecond() {
        return bytesIn / millis / 1000;
    }

    double ratio() {
        return bytesIn / bytesOut;
    }

    /** Parses the output of {@code -rf csv}: one row for the time and one for each counter. */
    static List<JmhRow> read(Path csv) throws IOException {
        if (!Files.exists(csv)) {
            return List.of();
        }
        List<String[]> rows = Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> line.replace("\"", "").split(","))
                .toList();
        Map<List<String>, Double> scores = new HashMap<>();
        rows.forEach(row -> scores.put(key(row, row[0]), Double.parseDouble(row[4])));
        List<JmhRow> read = new ArrayList<>();
        for (String[] row : rows) {
            if (!row[0].contains(":")) {
                int samples = Integer.parseInt(row[3]);
                // JMH adds up the counters of all iterations.
                double in = scores.get(key(row, row[0] + ":bytesIn")) / samples;
                double out = scores.get(key(row, row[0] + ":bytesOut")) / samples;
                read.add(new JmhRow(
                        row[0].substring(row[0].lastIndexOf('.') + 1),
                        Path.of(row[7]).getFileName().toString(),
                        Integer.parseInt(row[8]),
                        samples,
                        Double.parseDouble(row[4]),
                        Double.parseDouble(row[5]),
                        in,
                        out));
            }
        }
        return read;
    }

    private static List<String> key(String[] row, String name) {
        return Arrays.asList(name, row[7], row[8]);
    }
}
