package io.github.artifactpublisher.benchmark;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Collects the lines of the report. */
final class Markdown {
    static final double MEGA = 1e6;
    static final double KIB_PER_MIB = 1024;

    private final StringBuilder text = new StringBuilder();

    void heading(String title) {
        line("");
        line("## " + title);
        line("");
    }

    void subheading(String title) {
        line("");
        line("### " + title);
        line("");
    }

    /** Begins a table. A column whose title begins with {@code >} is aligned to the right. */
    void table(String... titles) {
        String[] rules = new String[titles.length];
        String[] plain = new String[titles.length];
        for (int i = 0; i < titles.length; i++) {
            boolean right = titles[i].startsWith(">");
            rules[i] = right ? "--:" : "---";
            plain[i] = right ? titles[i].substring(1) : titles[i];
        }
        row(plain);
        row(rules);
    }

    void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    void line(String line) {
        text.append(line).append('\n');
    }

    String text() {
        return text.toString();
    }

    static String number(int digits, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** Returns the smallest and the largest value of a command. */
    static String range(Samples samples, String name, ToDoubleFunction<Sample> value) {
        return number(2, samples.smallest(name, value)) + " – " + number(2, samples.largest(name, value));
    }
}
