package io.github.artifactpublisher.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The sections of the report with the encoder alone: against gzip programs, cold, and measured with JMH. */
final class EncoderSection {
    private final Results results;

    EncoderSection(Results results) {
        this.results = results;
    }

    void write(Markdown out) {
        threads(out);
        cold(out);
        core(out);
    }

    private void threads(Markdown out) {
        Samples threads = results.of("threads");
        out.heading("Encoder, level 6, compared with gzip programs");
        out.line(
                "From a file, output discarded. *Cold*: a whole process with JVM start. *Warm*: the fourth round in one JVM.");
        out.line("*Peak* is the memory of the process, including the JVM.");
        for (String corpus : threads.corpora()) {
            Samples of = threads.of(corpus);
            out.subheading(corpus + " (" + of.by("gzip").size() + " rounds)");
            out.table("encoder", ">s", ">min – max", ">CPU s", ">peak MiB", ">× speed of `gzip -6`");
            for (String name : of.contenders()) {
                boolean warm = name.endsWith("-warm");
                ToDoubleFunction<Sample> seconds = warm ? Sample::inside : Sample::wall;
                out.row(
                        encoder(name),
                        Markdown.number(2, of.median(name, seconds)),
                        Markdown.range(of, name, seconds),
                        Markdown.number(2, of.median(name, warm ? Sample::insideCpu : Sample::cpu)),
                        Markdown.number(0, of.median(name, Sample::peakKib) / Markdown.KIB_PER_MIB),
                        Markdown.number(2, of.median("gzip", Sample::wall) / of.median(name, seconds)));
            }
        }
    }

    private static String encoder(String name) {
        String[] words = name.split("-", -1);
        return switch (words[0]) {
            case "ours" ->
                "**ours, " + words[1] + (words[1].equals("1") ? " thread, " : " threads, ") + words[2] + "**";
            case "pigz" -> "`pigz -6 -p " + words[1] + "`";
            default -> "`" + name + " -6`";
        };
    }

    private void cold(Markdown out) {
        Samples cold = results.of("cold");
        out.heading("Cold encoder: the first 100 MB in a new JVM, level 6, one thread");
        out.table("corpus", "engine", ">s in the program", ">min – max", ">s whole process", ">CPU s", ">MB out");
        for (String corpus : cold.corpora()) {
            Samples of = cold.of(corpus);
            for (String name : List.of("ours", "deflater")) {
                out.row(
                        corpus,
                        name.equals("ours") ? "**ours**" : "`Deflater`",
                        Markdown.number(2, of.median(name, Sample::inside)),
                        Markdown.range(of, name, Sample::inside),
                        Markdown.number(2, of.median(name, Sample::wall)),
                        Markdown.number(2, of.median(name, Sample::cpu)),
                        Markdown.number(2, of.median(name, Sample::bytes) / Markdown.MEGA));
            }
        }
    }

    private void core(Markdown out) {
        out.heading("Warm encoder, measured with JMH");
        out.line("From memory, output discarded; mean values. MB are 10⁶ bytes of the corpus.");
        out.line("");
        out.table("corpus", ">level", "engine", ">MB/s", ">± of the time", ">n", ">ratio");
        results.core().stream()
                .sorted(Comparator.comparing(JmhRow::corpus)
                        .thenComparing(JmhRow::level)
                        .thenComparing(JmhRow::engine))
                .forEach(row -> out.row(
                        row.corpus(),
                        String.valueOf(row.level()),
                        engine(row.engine()),
                        Markdown.number(1, row.megabytesPerSecond()),
                        Double.isNaN(row.error()) ? "–" : Markdown.number(0, 100 * row.error() / row.millis()) + " %",
                        String.valueOf(row.samples()),
                        Markdown.number(3, row.ratio())));
    }

    private static String engine(String name) {
        return switch (name) {
            case "ours1" -> "**ours, 1 thread**";
            case "ours2" -> "**ours, 2 threads**";
            default -> "`Deflater`";
        };
    }
}
