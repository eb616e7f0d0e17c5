package io.github.artifactpublisher.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One of the figures to reach.
 *
 * @param measured of each corpus; what counts is the worst
 * @param unit follows each number
 * @param atLeast whether more is better
 * @param reach what is to be reached
 * @param stretch what would be better still; empty where nothing was set
 */
record Figure(
        String name, List<Measured> measured, String unit, boolean atLeast, double reach, OptionalDouble stretch) {
    /** The value of one corpus; NaN where the part has not run. */
    record Measured(String corpus, double value) {}

    static Figure atLeast(String name, double reach, double stretch, Measured... measured) {
        return new Figure(name, Arrays.asList(measured), " ×", true, reach, optional(stretch));
    }

    static Figure atMost(String name, String unit, double reach, double stretch, Measured... measured) {
        return new Figure(name, Arrays.asList(measured), unit, false, reach, optional(stretch));
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    String limit(double value) {
        return (atLeast ? "≥ " : "≤ ") + number(value);
    }

    /** A mark; the worst corpus counts. */
    String verdict() {
        if (measured.stream().anyMatch(one -> Double.isNaN(one.value()))) {
            return "not measured";
        }
        if (!meets(reach)) {
            return "✗";
        }
        return stretch.isPresent() && meets(stretch.getAsDouble()) ? "✓✓" : "✓";
    }

    private boolean meets(double limit) {
        return measured.stream().allMatch(one -> atLeast ? one.value() >= limit : one.value() <= limit);
    }

    String values() {
        return String.join(
                ", ",
                measured.stream()
                        .map(one -> one.corpus() + " " + (Double.isNaN(one.value()) ? "–" : number(one.value())))
                        .toList());
    }

    private String number(double value) {
        int digits = unit.isEmpty() ? 4 : unit.endsWith("MiB") ? 0 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f%s", value, unit);
    }
}
