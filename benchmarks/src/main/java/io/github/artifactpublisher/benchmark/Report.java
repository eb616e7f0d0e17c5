package io.github.artifactpublisher.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Writes {@code RESULTS.md} and its plots from the result tables. */
public final class Report {
    private static final double MEGA = 1e6;
    private static final double KIB_PER_MIB = 1024;

    /** The plugin in a JVM without the optimising compiler. */
    private static final String OURS_C1 = "ours-c1";

    private static final Set<String> OURS = Set.of(Results.OURS, OURS_C1, Results.AGAIN);

    /** Whole Maven runs: rows of the tables, but only their differences are compared. */
    private static final Set<String> WHOLE =
            Set.of("deploy", "verify", "deploy-again", "deploy-c1", "verify-c1", "deploy-skip", "bazaarvoice");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(Results.OURS, "**ours: `mvn deploy` minus `mvn verify`**"),
            Map.entry("deploy", "`mvn deploy`, whole"),
            Map.entry("verify", "`mvn verify`, whole"),
            Map.entry(Results.AGAIN, "**ours again, nothing changed: minus `mvn verify`**"),
            Map.entry("deploy-again", "`mvn deploy` again, nothing changed, whole"),
            Map.entry(OURS_C1, "**ours, both with `-XX:TieredStopAtLevel=1`**"),
            Map.entry("deploy-c1", "`mvn deploy` with `-XX:TieredStopAtLevel=1`, whole"),
            Map.entry("verify-c1", "`mvn verify` with `-XX:TieredStopAtLevel=1`, whole"),
            Map.entry("deploy-skip", "`mvn deploy -Dartifacts.skip`, whole"),
            Map.entry(
                    "bazaarvoice",
                    "s3-upload-maven-plugin, whole `mvn deploy` (no gzip, no MD5, with a server that only receives)"),
            Map.entry(
                    "bazaarvoice-added",
                    "s3-upload-maven-plugin, minus `mvn verify` (no gzip, no MD5, with a server that only receives)"),
            Map.entry("gzip+put-object", "`gzip -6`, then `aws s3api put-object --content-md5`"),
            Map.entry("pigz+cp", "`pigz -6 \\| aws s3 cp -` (no MD5)"),
            Map.entry("libdeflate+cp", "`libdeflate-gzip -6`, then `aws s3 cp` (no MD5)"),
            Map.entry("gzip+rclone", "`gzip -6`, then `rclone copyto`"),
            Map.entry("gzip+s3cmd", "`gzip -6`, then `s3cmd put`"),
            Map.entry("loop+cp", "`gzip -6` in a loop, then `aws s3 cp --recursive` (no MD5)"),
            Map.entry("loop+rclone", "`gzip -6` in a loop, then `rclone copy`"));

    private final Results results;
    private final StringBuilder text = new StringBuilder();

    private Report(Results results) {
        this.results = results;
    }

    /** Arguments: the folder of the result tables, and the folder for the report. */
    public static void main(String[] args) throws IOException {
        Results results = new Results(Path.of(args[0]));
        Path folder = Path.of(args[1]);
        Charts charts = new Charts(results);
        Files.writeString(folder.resolve("time-by-size.svg"), charts.timeBySize());
        Files.writeString(folder.resolve("time-by-threads.svg"), charts.timeByThreads());
        Files.writeString(folder.resolve("RESULTS.md"), new Report(results).markdown());
    }

    private String markdown() {
        line("# Results");
        line("");
        line("Written by `benchmarks/run`; [README.md](README.md) says what is measured and how to read the report.");
        figures();
        behind();
        plots();
        published();
        threads();
        cold();
        core();
        circumstances();
        return text.toString();
    }

    private void figures() {
        heading("Targets");
        line("✓ target reached, ✓✓ stretch target reached, ✗ target missed; the worst value decides.");
        line("");
        row("figure", "reach", "stretch", "measured", "");
        row("---", "---", "---", "---", "---");
        for (Figure figure : new Figures(results).all()) {
            String stretch =
                    figure.stretch().isPresent() ? figure.limit(figure.stretch().getAsDouble()) : "–";
            row(figure.name(), figure.limit(figure.reach()), stretch, figure.values(), figure.verdict());
        }
    }

    private void behind() {
        heading("Where the plugin is slower");
        List<String> items = new ArrayList<>();
        for (Figure figure : new Figures(results).all()) {
            if (figure.verdict().equals("✗")) {
                items.add("Target missed: " + figure.name() + " (" + figure.limit(figure.reach()) + "): "
                        + figure.values());
            }
        }
        for (String part : results.published()) {
            Samples samples = part(part);
            for (String peer : peers(samples)) {
                double ratio = samples.ratio(peer, Results.OURS, Sample::wall);
                if (ratio < 1) {
                    items.add(part + ": " + NAMES.get(peer) + " takes " + number(2, ratio) + " × the plugin's time");
                }
            }
        }
        Samples threads = results.of("threads");
        for (String tar : threads.corpora()) {
            Samples of = threads.of(tar);
            double libdeflate = of.median("libdeflate-gzip", Sample::wall) / of.median("ours-2-warm", Sample::inside);
            if (libdeflate < 1) {
                items.add(tar + ", encoder alone: `libdeflate-gzip -6` on one core takes " + number(2, libdeflate)
                        + " × the plugin's time with two threads, warm");
            }
        }
        for (String part :
                List.of("classes", "jvm", "log", "fat-jar", "files", "small-jar", "sizes", "threads", "cold")) {
            for (List<String> missing : results.table(part + ".missing")) {
                items.add("Missing in " + missing.get(0) + ": `" + missing.get(1) + "`, because " + missing.get(2));
            }
        }
        items.stream().distinct().forEach(item -> line("- " + item.replace("\\|", "|")));
        if (items.isEmpty()) {
            line("Nowhere.");
        }
    }

    private void plots() {
        heading("Plots");
        line("![Time of a whole publication by file size](time-by-size.svg)");
        line("");
        line("![Time of the encoder by number of threads](time-by-threads.svg)");
    }

    private void published() {
        heading("Whole publication, by corpus");
        line(
                "Seconds are medians of the rounds. *× ours* is the time relative to the plugin's, as the median of the ratios of");
        line(
                "the rounds; above 1, the plugin is faster. *Peak* is the memory of the largest process; for the plugin, the");
        line("memory that publishing adds to Maven.");
        for (String part : results.published()) {
            Samples samples = part(part);
            line("");
            line("### " + part + " (" + samples.by("deploy").size() + " rounds)");
            line("");
            row("pipeline", "wall s", "min – max", "CPU s", "peak MiB", "stored MB", "× ours");
            row("---", "--:", "--:", "--:", "--:", "--:", "--:");
            publishedRow(samples, Results.OURS);
            samples.contenders().stream()
                    .filter(name -> !name.equals(Results.OURS))
                    .forEach(name -> publishedRow(samples, name));
        }
    }

    private void publishedRow(Samples samples, String name) {
        double stored = samples.median(name, Sample::bytes);
        boolean whole = name.equals(Results.OURS) || WHOLE.contains(name);
        row(
                NAMES.get(name),
                number(2, samples.median(name, Sample::wall)),
                range(samples, name, Sample::wall),
                number(2, samples.median(name, Sample::cpu)),
                number(0, samples.median(name, Sample::peakKib) / KIB_PER_MIB),
                stored > 0 ? number(1, stored / MEGA) : "–",
                whole ? "–" : number(2, samples.ratio(name, Results.OURS, Sample::wall)));
    }

    /** Returns the samples of a part with the differences of Maven runs as additional commands. */
    private Samples part(String part) {
        return results.of(part)
                .withDifference("bazaarvoice-added", "bazaarvoice", "verify")
                .withDifference(OURS_C1, "deploy-c1", "verify-c1");
    }

    private static List<String> peers(Samples samples) {
        return samples.contenders().stream()
                .filter(name -> !WHOLE.contains(name) && !OURS.contains(name))
                .toList();
    }

    private void threads() {
        Samples threads = results.of("threads");
        heading("Encoder, level 6, compared with gzip programs");
        line(
                "From a file, output discarded. *Cold*: a whole process with JVM start. *Warm*: the fourth round in one JVM.");
        line("*Peak* is the memory of the process, including the JVM.");
        for (String corpus : threads.corpora()) {
            Samples of = threads.of(corpus);
            line("");
            line("### " + corpus + " (" + of.by("gzip").size() + " rounds)");
            line("");
            row("encoder", "s", "min – max", "CPU s", "peak MiB", "× speed of `gzip -6`");
            row("---", "--:", "--:", "--:", "--:", "--:");
            for (String name : of.contenders()) {
                boolean warm = name.endsWith("-warm");
                ToDoubleFunction<Sample> seconds = warm ? Sample::inside : Sample::wall;
                row(
                        encoder(name),
                        number(2, of.median(name, seconds)),
                        range(of, name, seconds),
                        number(2, of.median(name, warm ? Sample::insideCpu : Sample::cpu)),
                        number(0, of.median(name, Sample::peakKib) / KIB_PER_MIB),
                        number(2, of.median("gzip", Sample::wall) / of.median(name, seconds)));
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

    private void cold() {
        Samples cold = results.of("cold");
        heading("Cold encoder: the first 100 MB in a new JVM, level 6, one thread");
        row("corpus", "engine", "s in the program", "min – max", "s whole process", "CPU s", "MB out");
        row("---", "---", "--:", "--:", "--:", "--:", "--:");
        for (String corpus : cold.corpora()) {
            Samples of = cold.of(corpus);
            for (String name : List.of("ours", "deflater")) {
                row(
                        corpus,
                        name.equals("ours") ? "**ours**" : "`Deflater`",
                        number(2, of.median(name, Sample::inside)),
                        range(of, name, Sample::inside),
                        number(2, of.median(name, Sample::wall)),
                        number(2, of.median(name, Sample::cpu)),
                        number(2, of.median(name, Sample::bytes) / MEGA));
            }
        }
    }

    private void core() {
        heading("Warm encoder, measured with JMH");
        line("From memory, output discarded; mean values. MB are 10⁶ bytes of the corpus.");
        line("");
        row("corpus", "level", "engine", "MB/s", "± of the time", "n", "ratio");
        row("---", "--:", "---", "--:", "--:", "--:", "--:");
        results.core().stream()
                .sorted(Comparator.comparing(JmhRow::corpus)
                        .thenComparing(JmhRow::level)
                        .thenComparing(JmhRow::engine))
                .forEach(row -> row(
                        row.corpus(),
                        String.valueOf(row.level()),
                        engine(row.engine()),
                        number(1, row.megabytesPerSecond()),
                        Double.isNaN(row.error()) ? "–" : number(0, 100 * row.error() / row.millis()) + " %",
                        String.valueOf(row.samples()),
                        number(3, row.ratio())));
    }

    private static String engine(String name) {
        return switch (name) {
            case "ours1" -> "**ours, 1 thread**";
            case "ours2" -> "**ours, 2 threads**";
            default -> "`Deflater`";
        };
    }

    private void circumstances() {
        heading("Machine and versions");
        row("", "");
        row("---", "---");
        for (List<String> each : results.table("machine")) {
            row(each.get(0), each.get(1));
        }
        for (List<String> each : results.table("versions")) {
            row(each.get(0), each.get(1));
        }
        heading("Corpora");
        row("corpus", "files", "MB");
        row("---", "--:", "--:");
        for (List<String> each : results.table("corpora")) {
            row(each.get(0), each.get(1), number(1, Double.parseDouble(each.get(2)) / MEGA));
        }
        heading("Commands");
        for (List<String> each : results.table("commands")) {
            line("");
            line(NAMES.getOrDefault(each.get(0), each.get(0)).replace("**", "").replace("\\|", "|") + ":");
            line("");
            line("```sh");
            line(each.get(1));
            line("```");
        }
    }

    private String range(Samples samples, String name, ToDoubleFunction<Sample> value) {
        return number(2, samples.smallest(name, value)) + " – " + number(2, samples.largest(name, value));
    }

    private static String number(int digits, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private void heading(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
