package io.github.artifactpublisher.benchmark;

/** The section of the report with the whole publication of each corpus. */
final class PublicationSection {
    private final Results results;

    PublicationSection(Results results) {
        this.results = results;
    }

    void write(Markdown out) {
        out.heading("Whole publication, by corpus");
        out.line(
                "Seconds are medians of the rounds. *× ours* is the time relative to the plugin's, as the median of the ratios of");
        out.line(
                "the rounds; above 1, the plugin is faster. *Peak* is the memory of the largest process; for the plugin, the");
        out.line("memory that publishing adds to Maven.");
        for (String part : results.published()) {
            Samples samples = results.of(part);
            out.subheading(part + " (" + samples.by("deploy").size() + " rounds)");
            out.table("pipeline", ">wall s", ">min – max", ">CPU s", ">peak MiB", ">stored MB", ">× ours");
            row(out, samples, Commands.OURS);
            samples.contenders().stream()
                    .filter(name -> !name.equals(Commands.OURS))
                    .forEach(name -> row(out, samples, name));
        }
    }

    private static void row(Markdown out, Samples samples, String name) {
        double stored = samples.median(name, Sample::bytes);
        boolean whole = name.equals(Commands.OURS) || Commands.isWhole(name);
        out.row(
                Commands.title(name),
                Markdown.number(2, samples.median(name, Sample::wall)),
                Markdown.range(samples, name, Sample::wall),
                Markdown.number(2, samples.median(name, Sample::cpu)),
                Markdown.number(0, samples.median(name, Sample::peakKib) / Markdown.KIB_PER_MIB),
                stored > 0 ? Markdown.number(1, stored / Markdown.MEGA) : "–",
                whole ? "–" : Markdown.number(2, samples.ratio(name, Commands.OURS, Sample::wall)));
    }
}
