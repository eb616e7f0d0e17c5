package io.github.artifactpublisher.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A performance target and its measured values.
 *
 * @param measured the value of each corpus; the worst one decides
 * @param unit the text after each number
 * @param atLeast whether larger values are better
 * @param reach the target
 * @param stretch a more ambitious target; empty if there is none
 */
record Figure(
        String name, List<Measured> measured, String unit, boolean atLeast, double reach, OptionalDouble stretch) {
    /** The value of one corpus; NaN if the part was not measured. */
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

    /** Returns the mark of the worst corpus. */
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
