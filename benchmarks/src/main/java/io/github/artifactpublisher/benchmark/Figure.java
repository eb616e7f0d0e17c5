package io.github.artifactpublisher.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A performance target and its measured values.
 *
 * @param measured the value of each corpus; the worst one decides
 * @param atLeast whether larger values are better
 * @param reach the target
 * @param stretch a more ambitious target; empty if there is none
 */
record Figure(String name, List<Measured> measured, Unit unit, boolean atLeast, double reach, OptionalDouble stretch) {
    /** The text after each number, and the digits after the decimal point. */
    enum Unit {
        TIMES(" ×", 2),
        SIZE_RATIO("", 4),
        SECONDS(" s", 3),
        CLASSES(" classes", 0),
        MEGABYTES(" MB", 2),
        MEBIBYTES(" MiB", 0);

        private final String text;
        private final int digits;

        Unit(String text, int digits) {
            this.text = text;
            this.digits = digits;
        }

        private String format(double value) {
            return String.format(Locale.ROOT, "%,." + digits + "f%s", value, text);
        }
    }

    /** The value of one corpus; NaN if the part was not measured. */
    record Measured(String corpus, double value) {}

    static Figure atLeast(String name, double reach, double stretch, Measured... measured) {
        return new Figure(name, Arrays.asList(measured), Unit.TIMES, true, reach, optional(stretch));
    }

    static Figure atMost(String name, Unit unit, double reach, double stretch, Measured... measured) {
        return new Figure(name, Arrays.asList(measured), unit, false, reach, optional(stretch));
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    String limit(double value) {
        return (atLeast ? "≥ " : "≤ ") + unit.format(value);
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
                        .map(one -> one.corpus() + " " + (Double.isNaN(one.value()) ? "–" : unit.format(one.value())))
                        .toList());
    }
}
