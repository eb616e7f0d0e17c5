package io.github.artifactpublisher.benchmark;

/** The section of the report that compares the measured figures with the project's targets. */
final class TargetSection {
    private final Results results;

    TargetSection(Results results) {
        this.results = results;
    }

    void write(Markdown out) {
        out.heading("Targets");
        out.line("✓ target reached, ✓✓ stretch target reached, ✗ target missed; the worst value decides.");
        out.line("");
        out.table("figure", "reach", "stretch", "measured", "");
        for (Figure figure : new Figures(results).all()) {
            String stretch =
                    figure.stretch().isPresent() ? figure.limit(figure.stretch().getAsDouble()) : "–";
            out.row(figure.name(), figure.limit(figure.reach()), stretch, figure.values(), figure.verdict());
        }
    }
}
