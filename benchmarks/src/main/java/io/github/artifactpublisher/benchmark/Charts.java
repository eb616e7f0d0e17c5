package io.github.artifactpublisher.benchmark;

import io.github.artifactpublisher.benchmark.Chart.Point;
import io.github.artifactpublisher.benchmark.Chart.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The plots of the report. */
final class Charts {
    private static final double MEGA = 1e6;
    private static final String WHOLE = "jvm.tar";

    private final Results results;

    Charts(Results results) {
        this.results = results;
    }

    /** Plots the time of a whole publication of parts of jvm.tar of several sizes, and of the whole file. */
    String timeBySize() {
        List<Series> series = List.of(
                bySize("gzip -6, aws s3api put-object", "gzip+put-object"),
                bySize("pigz -6 | aws s3 cp -", "pigz+cp"),
                bySize("libdeflate-gzip -6, aws s3 cp", "libdeflate+cp"),
                bySize("ours: mvn deploy − mvn verify", Commands.OURS));
        return new Chart(
                        "Whole publication of a part of jvm.tar",
                        "size of the file, MB (both axes logarithmic)",
                        "wall time, s (median)",
                        Chart.Scale.LOGARITHMIC,
                        series)
                .svg();
    }

    private Series bySize(String name, String contender) {
        List<Point> points = new ArrayList<>();
        Samples parts = results.of("sizes");
        for (String corpus : parts.corpora()) {
            points.add(new Point(
                    Double.parseDouble(corpus.replaceAll("\\D", "")),
                    parts.of(corpus).median(contender, Sample::wall)));
        }
        points.add(new Point(megabytes(WHOLE), results.of("jvm").median(contender, Sample::wall)));
        points.sort(Comparator.comparingDouble(Point::x));
        return new Series(name, points);
    }

    /** Plots the time of the encoder for the whole jvm.tar. */
    String timeByThreads() {
        Samples threads = results.of("threads").of(WHOLE);
        List<Series> series = List.of(
                byThreads(threads, "gzip -6", "gzip", Sample::wall),
                byThreads(threads, "pigz -6 -p N", "pigz-\\d+", Sample::wall),
                byThreads(threads, "libdeflate-gzip -6", "libdeflate-gzip", Sample::wall),
                byThreads(threads, "ours, warm", "ours-\\d+-warm", Sample::inside),
                byThreads(threads, "ours, cold, with JVM start", "ours-\\d+-cold", Sample::wall));
        return new Chart(
                        String.format(Locale.ROOT, "Encoder at level 6, jvm.tar (%.0f MB)", megabytes(WHOLE)),
                        "threads",
                        "wall time, s (median)",
                        Chart.Scale.LINEAR,
                        series)
                .svg();
    }

    /** A tool without threads has a single point, at 1. */
    private static Series byThreads(Samples samples, String name, String pattern, ToDoubleFunction<Sample> seconds) {
        TreeMap<Integer, Double> points = new TreeMap<>();
        for (String contender : samples.contenders()) {
            if (contender.matches(pattern)) {
                String count = contender.replaceAll("\\D", "");
                points.put(count.isEmpty() ? 1 : Integer.parseInt(count), samples.median(contender, seconds));
            }
        }
        return new Series(
                name,
                points.entrySet().stream()
                        .map(entry -> new Point(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private double megabytes(String corpus) {
        return results.table("corpora").stream()
                .filter(row -> row.get(0).equals(corpus))
                .mapToDouble(row -> Double.parseDouble(row.get(2)) / MEGA)
                .findFirst()
                .orElse(Double.NaN);
    }
}
