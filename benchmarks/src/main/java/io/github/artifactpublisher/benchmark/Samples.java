package io.github.artifactpublisher.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** The samples of one part, in chronological order. */
record Samples(List<Sample> all) {
    /** Reads a part's table; no samples if the part was not measured. */
    static Samples read(Path table) {
        if (!Files.exists(table)) {
            return new Samples(List.of());
        }
        try (var lines = Files.lines(table)) {
            return new Samples(lines.map(Sample::parse).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> corpora() {
        return all.stream().map(Sample::corpus).distinct().toList();
    }

    List<String> contenders() {
        return all.stream().map(Sample::contender).distinct().toList();
    }

    Samples of(String corpus) {
        return new Samples(
                all.stream().filter(sample -> sample.corpus().equals(corpus)).toList());
    }

    /** Returns the samples of one command, of all corpora together. */
    List<Sample> by(String contender) {
        return all.stream()
                .filter(sample -> sample.contender().equals(contender))
                .toList();
    }

    /** Returns these samples and, as an additional command, the difference of two others in each round. */
    Samples withDifference(String name, String of, String base) {
        List<Sample> more = new ArrayList<>(all);
        for (Sample sample : by(of)) {
            same(sample, base).ifPresent(other -> more.add(sample.minus(other, name)));
        }
        return new Samples(more);
    }

    double median(String contender, ToDoubleFunction<Sample> value) {
        return median(by(contender).stream().mapToDouble(value).toArray());
    }

    double smallest(String contender, ToDoubleFunction<Sample> value) {
        return by(contender).stream().mapToDouble(value).min().orElse(Double.NaN);
    }

    double largest(String contender, ToDoubleFunction<Sample> value) {
        return by(contender).stream().mapToDouble(value).max().orElse(Double.NaN);
    }

    /** Returns the median of the ratios of two commands in each round. */
    double ratio(String one, String other, ToDoubleFunction<Sample> value) {
        return pairwise(one, other, (a, b) -> value.applyAsDouble(a) / value.applyAsDouble(b));
    }

    private double pairwise(String one, String other, ToDoubleBiFunction<Sample, Sample> value) {
        return median(by(one).stream()
                .flatMap(sample -> same(sample, other).stream().map(pair -> value.applyAsDouble(sample, pair)))
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    private Optional<Sample> same(Sample sample, String contender) {
        return all.stream()
                .filter(other -> other.contender().equals(contender)
                        && other.corpus().equals(sample.corpus())
                        && other.round() == sample.round())
                .findFirst();
    }

    /** Returns the median; NaN if there are no values. */
    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
