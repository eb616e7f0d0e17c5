package io.github.artifactpublisher.benchmark;

import java.util.ArrayList;
import java.util.List;

/** The section of the report that names the missed targets and every command that is faster than the project's own. */
final class SlowerSection {
    private final Results results;
    private final List<String> items = new ArrayList<>();

    SlowerSection(Results results) {
        this.results = results;
    }

    void write(Markdown out) {
        missedTargets();
        jobs();
        publications();
        encoder();
        missingCommands();
        out.heading("Where the plugin is slower");
        items.stream().distinct().forEach(item -> out.line("- " + item.replace("\\|", "|")));
        if (items.isEmpty()) {
            out.line("Nowhere.");
        }
    }

    private void missedTargets() {
        for (Figure figure : new Figures(results).all()) {
            if (figure.verdict().equals("✗")) {
                items.add("Target missed: " + figure.name() + " (" + figure.limit(figure.reach()) + "): "
                        + figure.values());
            }
        }
    }

    private void jobs() {
        for (JobSection.Table table : JobSection.tables(results)) {
            for (String peer : table.peers()) {
                double ratio = table.samples().ratio(peer, table.ours(), Sample::wall);
                if (ratio < 1) {
                    items.add(table.corpus() + ": " + Commands.title(peer) + " takes " + Markdown.number(2, ratio)
                            + " × the time of " + Commands.title(table.ours()).replace("**", ""));
                }
            }
        }
    }

    private void publications() {
        for (String part : results.published()) {
            Samples samples = results.of(part);
            for (String peer : Commands.peers(samples)) {
                double ratio = samples.ratio(peer, Commands.OURS, Sample::wall);
                if (ratio < 1) {
                    items.add(part + ": " + Commands.title(peer) + " takes " + Markdown.number(2, ratio)
                            + " × the plugin's time");
                }
            }
        }
    }

    private void encoder() {
        Samples threads = results.of("threads");
        for (String tar : threads.corpora()) {
            Samples of = threads.of(tar);
            double libdeflate = of.median("libdeflate-gzip", Sample::wall) / of.median("ours-2-warm", Sample::inside);
            if (libdeflate < 1) {
                items.add(tar + ", encoder alone: `libdeflate-gzip -6` on one core takes "
                        + Markdown.number(2, libdeflate) + " × the plugin's time with two threads, warm");
            }
        }
    }

    private void missingCommands() {
        for (String part : Results.PARTS) {
            for (List<String> missing : results.table(part + ".missing")) {
                items.add("Missing in " + missing.get(0) + ": `" + missing.get(1) + "`, because " + missing.get(2));
            }
        }
    }
}
