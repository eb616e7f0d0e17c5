package io.github.artifactpublisher.benchmark;

import java.util.List;
import java.util.stream.Stream;

/** The section of the report with whole CI jobs: Maven runs with a plain POM, with ci-parent-pom and with others. */
final class JobSection {
    private final Results results;

    JobSection(Results results) {
        this.results = results;
    }

    /** The samples of the projects that are compared with each other. */
    record Table(String corpus, Samples samples) {
        /** Returns the command that the others are compared with. */
        String ours() {
            return samples.contenders().contains(Commands.PARENT_DEPLOY)
                    ? Commands.PARENT_DEPLOY
                    : Commands.PARENT_VERIFY;
        }

        /** Returns the commands that do the same with other tools. */
        List<String> peers() {
            return samples.contenders().stream()
                    .filter(name -> name.matches("plain\\+.*|(spring|apache)-verify"))
                    .toList();
        }
    }

    /** Returns the tables of the measured parts. */
    static List<Table> tables(Results results) {
        return Stream.of("job", "job-30", "parent")
                .flatMap(part -> results.of(part).corpora().stream()
                        .map(corpus -> new Table(corpus, results.of(part).of(corpus))))
                .toList();
    }

    void write(Markdown out) {
        out.heading("Whole CI jobs");
        out.line(
                "Seconds are medians of the rounds. *× plain* is the time relative to `mvn clean verify` with a plain POM that has");
        out.line(
                "the same plugin versions; *× ours* is the time relative to ci-parent-pom with `mvn clean deploy`, or with");
        out.line("`mvn clean verify` if the project publishes nothing. Both are medians of the ratios of the rounds.");
        for (Table table : tables(results)) {
            out.subheading(
                    table.corpus() + " (" + table.samples().by(table.ours()).size() + " rounds)");
            out.table("job", ">wall s", ">min – max", ">CPU s", ">peak MiB", ">× plain", ">× ours");
            table.samples().contenders().forEach(name -> row(out, table, name));
        }
        loadedClasses(out);
    }

    private static void row(Markdown out, Table table, String name) {
        Samples samples = table.samples();
        out.row(
                Commands.title(name),
                Markdown.number(2, samples.median(name, Sample::wall)),
                Markdown.range(samples, name, Sample::wall),
                Markdown.number(2, samples.median(name, Sample::cpu)),
                Markdown.number(0, samples.median(name, Sample::peakKib) / Markdown.KIB_PER_MIB),
                Markdown.number(2, samples.ratio(name, Commands.PLAIN_VERIFY, Sample::wall)),
                Markdown.number(2, samples.ratio(name, table.ours(), Sample::wall)));
    }

    private void loadedClasses(Markdown out) {
        out.subheading("Classes that Maven's JVM loads, and jars that it downloads");
        out.table("", ">number", ">MB");
        for (List<String> each : results.table("job.classes")) {
            out.row("classes: " + Commands.title(each.get(0)), each.get(1), "–");
        }
        for (List<String> each : results.table("job.closure")) {
            double megabytes = Double.parseDouble(each.get(1)) / Markdown.MEGA;
            out.row("jars: dependencies of the plugin", each.get(0), Markdown.number(2, megabytes));
        }
    }
}
