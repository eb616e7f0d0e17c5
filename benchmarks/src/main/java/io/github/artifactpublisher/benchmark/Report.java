package io.github.artifactpublisher.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code RESULTS.md} and its plots from the result tables. */
public final class Report {
    private Report() {}

    /** Arguments: the folder of the result tables, and the folder for the report. */
    public static void main(String[] args) throws IOException {
        Results results = new Results(Path.of(args[0]));
        Path folder = Path.of(args[1]);
        Charts charts = new Charts(results);
        Files.writeString(folder.resolve("time-by-size.svg"), charts.timeBySize());
        Files.writeString(folder.resolve("time-by-threads.svg"), charts.timeByThreads());
        Files.writeString(folder.resolve("RESULTS.md"), markdown(results));
    }

    private static String markdown(Results results) {
        Markdown out = new Markdown();
        out.line("# Results");
        out.line("");
        out.line(
                "Written by `benchmarks/run`; [README.md](README.md) says what is measured and how to read the report.");
        new TargetSection(results).write(out);
        new SlowerSection(results).write(out);
        plots(out);
        new JobSection(results).write(out);
        new PublicationSection(results).write(out);
        new EncoderSection(results).write(out);
        new CircumstancesSection(results).write(out);
        return out.text();
    }

    private static void plots(Markdown out) {
        out.heading("Plots");
        out.line("![Time of a whole publication by file size](time-by-size.svg)");
        out.line("");
        out.line("![Time of the encoder by number of threads](time-by-threads.svg)");
    }
}
